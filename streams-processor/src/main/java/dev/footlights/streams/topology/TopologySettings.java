package dev.footlights.streams.topology;

import dev.footlights.streams.fold.FoldRules;
import java.time.Duration;

/**
 * What may be set about the topology.
 *
 * @param lateAfter how old a live event may be when it is received
 * @param dedupeRetention how long an event's id is remembered
 * @param stateRetention how old an imported event may be, and how long facts may still change
 * @param mostUnlistedFeatures names without a feature rule that each shard tells apart
 * @param replicationFactor copies of each changelog partition
 */
public record TopologySettings(
        FoldRules rules,
        Duration lateAfter,
        Duration dedupeRetention,
        Duration stateRetention,
        int mostUnlistedFeatures,
        int replicationFactor) {
    /** Everything as by default, on one broker. */
    public static final TopologySettings USUAL =
            new TopologySettings(FoldRules.USUAL, Duration.ofDays(7), Duration.ofDays(2), Duration.ofDays(400), 500, 1);
}
