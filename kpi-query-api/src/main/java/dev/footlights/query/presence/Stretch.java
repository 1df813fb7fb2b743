package dev.footlights.query.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time that is asked about.
 *
 * @param begin first moment that counts
 * @param end first moment that doesn't
 * @param start what it is called in results, seconds since 1970
 * @param part a second name
 */
public record Stretch(Instant begin, Instant end, long start, int part) {
    /** Whether it is made of whole days of a zone. */
    public boolean isWholeDays(ZoneId zone) {
        return isMidnight(begin, zone) && isMidnight(end, zone);
    }

    /** First day, counted from 1970. */
    public long firstDay(ZoneId zone) {
        return LocalDate.ofInstant(begin, zone).toEpochDay();
    }

    /** First day after it. */
    public long endDay(ZoneId zone) {
        return LocalDate.ofInstant(end, zone).toEpochDay();
    }

    private static boolean isMidnight(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).atStartOfDay(zone).toInstant().equals(moment);
    }
}
