package dev.footlights.schemas.topics;

import java.util.Locale;

/** What Kafka may remove from a topic: old segments, or values that a newer one of the same key replaced. */
public enum CleanupPolicy {
    DELETE,
    COMPACT;

    /** Kafka's spelling. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
