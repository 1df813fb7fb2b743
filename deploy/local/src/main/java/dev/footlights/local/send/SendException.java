package dev.footlights.local.send;

/** Why sending can't go on, in words for the one who sends: what, where and what to do. */
public final class SendException extends RuntimeException {
    public SendException(String message) {
        super(message);
    }

    public SendException(String message, Throwable cause) {
        super(message, cause);
    }
}
