package dev.footlights.query.digest;

import dev.footlights.query.report.IsoWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The week whose report is to be sent.
 *
 * @param at when it is due
 */
record DueWeek(IsoWeek week, Instant at) {
    /** The last week that was due at a moment, unless that is too long ago. */
    static Optional<DueWeek> at(Instant now, ReportSettings settings, ZoneId zone) {
        IsoWeek week = IsoWeek.before(now, zone);
        DueWeek last = of(week, settings, zone);
        DueWeek due = last.at().isAfter(now) ? of(week.plus(-1), settings, zone) : last;
        return due.at().plus(settings.catchUp()).isBefore(now) ? Optional.empty() : Optional.of(due);
    }

    private static DueWeek of(IsoWeek week, ReportSettings settings, ZoneId zone) {
        return new DueWeek(
                week,
                week.sunday()
                        .plusDays(1)
                        .with(TemporalAdjusters.nextOrSame(settings.day()))
                        .atTime(settings.timeOfDay())
                        .atZone(zone)
                        .toInstant());
    }
}
