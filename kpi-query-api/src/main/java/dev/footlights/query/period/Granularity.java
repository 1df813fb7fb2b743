package dev.footlights.query.period;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the periods of an answer are; weeks are ISO weeks. */
public enum Granularity {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    /** The whole stretch as one period. */
    TOTAL;

    /** As in a request and in the rollups. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Start of the period a time lies in, cut in the time's own zone; not for {@link #TOTAL}, which has no calendar. */
    public ZonedDateTime startOf(ZonedDateTime time) {
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.toLocalDate().atStartOfDay(time.getZone());
            case WEEK ->
                time.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(time.getZone());
            case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay(time.getZone());
            case TOTAL -> throw new IllegalArgumentException("a total is not cut by the calendar");
        };
    }
}
