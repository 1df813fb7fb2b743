package dev.footlights.query.rounds;

import dev.footlights.query.store.Query;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When people ever did what figures count.
 *
 * @param days on which they did
 * @param zone in which days begin
 * @param unit of the calendar that rounds begin with
 * @param untilEnd whether figures of a period count all that was done until its end, and not only since its start
 */
public record Occasions(Query<Day> days, ZoneId zone, Unit unit, boolean untilEnd) {
    /** What the calendar divides time into. */
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
}
