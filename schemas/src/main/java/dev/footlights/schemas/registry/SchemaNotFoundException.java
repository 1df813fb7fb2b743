package dev.footlights.schemas.registry;

/** The registry knows that it doesn't have it: subject, version, schema, id or a subject's own configuration. */
public final class SchemaNotFoundException extends RegistryException {
    /** Error codes of the registry protocol. */
    public static final int SUBJECT = 40401;

    public static final int VERSION = 40402;
    public static final int SCHEMA = 40403;
    public static final int SUBJECT_CONFIGURATION = 40408;

    private final int errorCode;

    SchemaNotFoundException(int errorCode, String message) {
        super(message, null);
        this.errorCode = errorCode;
    }

    /** One of the constants here, or another 404xx of a newer protocol. */
    public int errorCode() {
        return errorCode;
    }
}
