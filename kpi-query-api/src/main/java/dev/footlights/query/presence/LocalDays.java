package dev.footlights.query.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Which quarter hours of a UTC day lie in which day of a zone. */
final class LocalDays {
    private static final int QUARTERS_OF_DAY = 96;

    private final ZoneId zone;

    LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    /** The day of a moment, counted from 1970. */
    long of(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).toEpochDay();
    }

    /** The local days of a UTC day, as {@code [(early bits, late bits, local day), …]}. */
    String pieces(long day) {
        List<String> pieces = new ArrayList<>();
        int first = 0;
        for (int quarter = 1; quarter <= QUARTERS_OF_DAY; quarter++) {
            long before = at(day, first);
            if (quarter == QUARTERS_OF_DAY || at(day, quarter) != before) {
                pieces.add("(" + Pieces.bits(first, quarter, 0) + ","
                        + Pieces.bits(first, quarter, Pieces.QUARTERS_OF_HALF_DAY) + "," + before + ")");
                first = quarter;
            }
        }
        return "[" + String.join(",", pieces) + "]";
    }

    private long at(long day, int quarter) {
        return of(day * Pieces.DAY_SECONDS + (long) quarter * Pieces.QUARTER_SECONDS);
    }
}
