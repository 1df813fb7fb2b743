package dev.footlights.query.rounds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * How days make rounds.
 *
 * @param zone in which days begin
 * @param unit that rounds begin with
 * @param untilEnd whether figures of a period count all that was done until its end, and not only since its start
 */
public record Calendar(ZoneId zone, Unit unit, boolean untilEnd) {
    /** What time is divided into. */
    public enum Unit {
        WEEK,
        /** For what is done so seldom that people look at months. */
        MONTH;

        LocalDate firstDay(LocalDate day) {
            return switch (this) {
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }
    }

    /** For figures of what was done in a period. */
    public static Calendar within(ZoneId zone, Unit unit) {
        return new Calendar(zone, unit, false);
    }

    /** For figures of what was ever done until a period's end. */
    public static Calendar untilEnd(ZoneId zone, Unit unit) {
        return new Calendar(zone, unit, true);
    }
}
