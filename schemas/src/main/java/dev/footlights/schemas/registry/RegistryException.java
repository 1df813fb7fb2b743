package dev.footlights.schemas.registry;

import org.jspecify.annotations.Nullable;

/** A registry did not do what was asked. The kinds tell what to do next. */
public abstract sealed class RegistryException extends RuntimeException
        permits RegistryUnavailableException,
                RegistryRefusedException,
                SchemaNotFoundException,
                IncompatibleSchemaException,
                InvalidSchemaException {
    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same request may succeed later without anybody changing anything. */
    public boolean retriable() {
        return false;
    }
}
