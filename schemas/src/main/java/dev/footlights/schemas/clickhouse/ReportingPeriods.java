package dev.footlights.schemas.clickhouse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The four periods a moment lies in, cut in the reporting zone by the calendar; weeks are ISO weeks. */
record ReportingPeriods(ZoneId zone) {
    /** A period by its start. */
    record Period(String kind, Instant start) {}

    List<Period> at(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return List.of(
                new Period("hour", local.truncatedTo(ChronoUnit.HOURS).toInstant()),
                new Period("day", startOf(day)),
                new Period("week", startOf(monday)),
                new Period("month", startOf(day.withDayOfMonth(1))));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
