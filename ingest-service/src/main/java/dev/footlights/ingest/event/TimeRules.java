package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.FailureReason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * When something may have happened, seen from when it was received.
 *
 * @param lateAfter an older event is late, unless imported
 * @param futureTolerance further ahead is refused; clocks differ
 * @param retention older is past what is kept, imported or not
 */
public record TimeRules(Duration lateAfter, Duration futureTolerance, Duration retention) {

    /**
     * Reads and checks the time of an event.
     *
     * @throws Refusal when it isn't ISO-8601 with a zone or an offset, or too far off
     */
    Instant check(String field, String text, Arrival arrival) throws Refusal {
        Instant instant = checkAnyAge(field, text, arrival);
        if (!arrival.imported() && instant.isBefore(arrival.receivedAt().minus(lateAfter))) {
            throw new Refusal(
                    FailureReason.LATE, field + " is more than " + lateAfter + " ago; history is sent to /v1/imports");
        }
        return instant;
    }

    /** The same where nothing is late that is still kept. */
    Instant checkAnyAge(String field, String text, Arrival arrival) throws Refusal {
        if (text.isEmpty()) {
            throw new Refusal(FailureReason.MISSING_FIELD, field + " is missing");
        }
        Instant instant = parse(field, text);
        Instant received = arrival.receivedAt();
        if (instant.isAfter(received.plus(futureTolerance))) {
            throw new Refusal(
                    FailureReason.OCCURRED_AT_IN_FUTURE, field + " is more than " + futureTolerance + " ahead of now");
        }
        if (instant.isBefore(received.minus(retention))) {
            throw new Refusal(FailureReason.PAST_RETENTION, field + " is more than " + retention + " ago");
        }
        return instant;
    }

    private static Instant parse(String field, String text) throws Refusal {
        try {
            return DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new Refusal(
                    FailureReason.OCCURRED_AT_INVALID,
                    field + " is not an ISO-8601 date and time with zone or offset, such as 2026-11-22T21:35:54.000Z");
        }
    }
}
