package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.UsageEvent;
import java.util.Locale;

/** What became of one event. */
public sealed interface Outcome {
    /** Fit to be counted. */
    record Accepted(UsageEvent event) implements Outcome {}

    /**
     * Not to be counted.
     *
     * @param detail for the sender; never a value that was sent
     */
    record Rejected(FailureReason reason, String detail) implements Outcome {
        /** The reason as answers and metrics spell it: {@code occurred_at_in_future}. */
        public String code() {
            return reason.name().toLowerCase(Locale.ROOT);
        }
    }
}
