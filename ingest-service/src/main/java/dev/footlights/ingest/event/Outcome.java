package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.FailureReason;
import java.util.Locale;

/** What became of one element. */
public sealed interface Outcome {
    /** Fit to be counted, as it is to be written. */
    record Accepted(TopicRecord<?> written) implements Outcome {}

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
