package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.FailureReason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * When an event may have happened, seen from when it was received.
 *
 * @param lateAfter older is late, unless imported
 * @param futureTolerance further ahead is refused; clocks differ
 * @param retention older is past what is kept, imported or not
 */
public record TimeRules(Duration lateAfter, Duration futureTolerance, Duration retention) {

    /**
     * Reads and checks a time.
     *
     * @throws Refusal when it isn't ISO-8601 with a zone or an offset, or too far off
     */
    Instant check(String occurredAt, Arrival arrival) throws Refusal {
        if (occurredAt.isEmpty()) {
            throw new Refusal(FailureReason.MISSING_FIELD, "occurredAt is missing");
        }
        Instant instant = parse(occurredAt);
        Instant received = arrival.receivedAt();
        if (instant.isAfter(received.plus(futureTolerance))) {
            throw new Refusal(
                    FailureReason.OCCURRED_AT_IN_FUTURE,
                    "occurredAt is more than " + futureTolerance + " ahead of now");
        }
        if (instant.isBefore(received.minus(retention))) {
            throw new Refusal(FailureReason.PAST_RETENTION, "occurredAt is more than " + retention + " ago");
        }
        if (!arrival.imported() && instant.isBefore(received.minus(lateAfter))) {
            throw new Refusal(
                    FailureReason.LATE,
                    "occurredAt is more than " + lateAfter + " ago; history is sent to /v1/imports");
        }
        return instant;
    }

    private static Instant parse(String text) throws Refusal {
        try {
            return DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new Refusal(
                    FailureReason.OCCURRED_AT_INVALID,
                    "occurredAt is not an ISO-8601 date and time with zone or offset, such as 2026-11-22T21:35:54.000Z");
        }
    }
}
