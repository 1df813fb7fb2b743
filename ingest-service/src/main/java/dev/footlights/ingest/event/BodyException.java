package dev.footlights.ingest.event;

/** A body of which nothing can be read. Expected, so without a stack trace; the message never repeats the body. */
public final class BodyException extends Exception {
    private final Kind kind;
    private final String detail;

    /** What to answer. */
    public enum Kind {
        /** Not JSON, not of the format's shape, or beyond what we parse. */
        MALFORMED,
        /** More elements than the setting limits.events. */
        TOO_MANY_EVENTS
    }

    BodyException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.detail = message;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, for the sender. */
    public String detail() {
        return detail;
    }
}
