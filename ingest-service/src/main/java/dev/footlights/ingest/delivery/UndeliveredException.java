package dev.footlights.ingest.delivery;

import org.jspecify.annotations.Nullable;

/** Kafka has not confirmed all records in time. Some may be there: whoever sends again uses the same ids. */
public final class UndeliveredException extends Exception {
    UndeliveredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
