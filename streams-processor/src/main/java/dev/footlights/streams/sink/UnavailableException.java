package dev.footlights.streams.sink;

/** Something the sink needs doesn't answer or refuses for now; the same step is to be tried again. */
final class UnavailableException extends RuntimeException {
    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
