package dev.footlights.schemas.registry;

/** Names of subjects. */
public final class Subjects {
    private Subjects() {}

    /** The subject of a topic's values. Keys are plain strings and have none. */
    public static String ofValue(String topic) {
        return topic + "-value";
    }
}
