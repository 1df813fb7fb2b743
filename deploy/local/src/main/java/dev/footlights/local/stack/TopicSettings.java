package dev.footlights.local.stack;

import dev.footlights.service.settings.Default;

/**
 * How topics are made.
 *
 * @param partitions of each topic
 * @param replicationFactor copies of each partition
 */
public record TopicSettings(
        @Default("12") int partitions, @Default("1") int replicationFactor) {
    /** One machine has few cores; each partition is a task of the streams processor. */
    static final int EMBEDDED_PARTITIONS = 4;
}
