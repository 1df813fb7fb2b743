package dev.footlights.schemas.registry;

import org.jspecify.annotations.Nullable;

/** A schema that is no Avro schema: refused by the registry (422xx), or found there in another language. */
public final class InvalidSchemaException extends RegistryException {
    InvalidSchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
