package dev.footlights.ingest.roster;

import org.jspecify.annotations.Nullable;

/** The catalog can't be read as it is now; the message names the file and what is wrong, and no person. */
public final class CatalogException extends Exception {
    CatalogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
