package dev.footlights.schemas.registry;

/** The subject's compatibility level forbids this version (HTTP 409). */
public final class IncompatibleSchemaException extends RegistryException {
    IncompatibleSchemaException(String message) {
        super(message, null);
    }
}
