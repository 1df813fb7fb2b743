package dev.footlights.query.store;

/** ClickHouse didn't answer, or not in time, or not completely. */
public final class UnavailableException extends RuntimeException {
    UnavailableException(String message) {
        super(message);
    }

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
