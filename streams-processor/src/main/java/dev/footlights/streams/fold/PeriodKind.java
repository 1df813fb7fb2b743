package dev.footlights.streams.fold;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The lengths of time that rollups are kept for; weeks are ISO weeks. */
public enum PeriodKind {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As in the rollups: hour, day, week, month. */
    public String text() {
        return text;
    }

    /** Start of the period that a time lies in, cut in the time's own zone. */
    ZonedDateTime startOf(ZonedDateTime time) {
        ZoneId zone = time.getZone();
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.toLocalDate().atStartOfDay(zone);
            case WEEK ->
                time.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone);
            case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
        };
    }
}
