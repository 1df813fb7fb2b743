package dev.footlights.schemas.registry;

/** The registry answered, but not as asked: wrong credentials, a read-only mode, or a URL that is no registry. Somebody must change a setting. */
public final class RegistryRefusedException extends RegistryException {
    private final int status;

    RegistryRefusedException(int status, String message) {
        super(message, null);
        this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }
}
