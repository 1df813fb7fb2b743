package dev.footlights.local.stack;

/** What keeps the stack from running, in words for the one who started it: what, where and what to do. */
public final class StackException extends RuntimeException {
    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
