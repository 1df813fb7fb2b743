package dev.footlights.query.period;

import java.time.Duration;
import java.time.Instant;

/**
 * A period of an answer.
 *
 * @param label its calendar start as people read it: a date, or for an hour a local time with its offset
 * @param start first instant that counts, on a quarter hour
 * @param end first instant that doesn't
 * @param partial whether the asked days leave out a part of the calendar period
 * @param calendarStart where the whole calendar period begins; {@code start} or before it
 */
public record Period(String label, Instant start, Instant end, boolean partial, Instant calendarStart) {
    /** Before anything that is told of, and after 1970 began in every zone. */
    private static final Instant FIRST = Instant.EPOCH.plus(Duration.ofDays(1));

    /** All time until its end. */
    public Period andBefore() {
        return new Period(label, FIRST, end, true, FIRST);
    }
}
