package dev.footlights.schemas.topics;

import java.util.Map;

/**
 * A topic as Kafka has it.
 *
 * @param partitions how many it has
 * @param settings all of them, defaults too, as Kafka spells them
 */
public record TopicState(int partitions, Map<String, String> settings) {
    public TopicState {
        settings = Map.copyOf(settings);
    }
}
