package dev.footlights.schemas.registry;

import org.jspecify.annotations.Nullable;

/** No registry URL gave an answer in time: unreachable, overloaded or failing. Nothing is known about the schema; try again. */
public final class RegistryUnavailableException extends RegistryException {
    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retriable() {
        return true;
    }
}
