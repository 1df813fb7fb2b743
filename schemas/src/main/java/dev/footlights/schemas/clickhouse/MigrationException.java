package dev.footlights.schemas.clickhouse;

/** The tables can't be brought to where this release needs them; the message names the file. */
public final class MigrationException extends RuntimeException {
    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
