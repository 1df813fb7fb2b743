package dev.footlights.query.request;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Days that are asked about.
 *
 * @param from first day
 * @param to last day
 * @param zone in which days are cut
 */
public record Days(LocalDate from, LocalDate to, ZoneId zone) {
    /** First moment. */
    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** First moment after the last day. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** All of them as one period. */
    public Period period() {
        return new PeriodCutter(zone).cut(Granularity.TOTAL, from, to).getFirst();
    }

    /** As many days just before. */
    public Days before() {
        long length = ChronoUnit.DAYS.between(from, to) + 1;
        return new Days(from.minusDays(length), from.minusDays(1), zone);
    }
}
