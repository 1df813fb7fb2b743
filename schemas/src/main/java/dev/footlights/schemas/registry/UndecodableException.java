package dev.footlights.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/** These bytes are no record of ours and never will be: wrong magic byte, unknown schema id, cut off, or not what the schema says. */
public final class UndecodableException extends SerializationException {
    UndecodableException(String message) {
        super(message);
    }

    UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
