package dev.footlights.query.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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
}
