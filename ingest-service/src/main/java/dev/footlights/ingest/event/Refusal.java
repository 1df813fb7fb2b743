package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.FailureReason;

/** Ends the cleaning of one element. Expected, so without a stack trace. */
final class Refusal extends Exception {
    private final FailureReason reason;
    private final String detail;

    /** @param detail for the sender; never a value that was sent, which may be about a person */
    Refusal(FailureReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Outcome.Rejected toOutcome() {
        return new Outcome.Rejected(reason, detail);
    }
}
