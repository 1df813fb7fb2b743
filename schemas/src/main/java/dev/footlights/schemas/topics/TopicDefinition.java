package dev.footlights.schemas.topics;

import dev.footlights.schemas.registry.Subjects;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it must be. Its partition count is the setting {@code topics.partitions}, the same for all, so that a key stays in one
 * partition number on its whole way.
 *
 * @param name in Kafka
 * @param valueType of the values, framed with a schema id; keys are plain strings
 * @param cleanup what Kafka may remove
 * @param retention how long values stay at least; empty for a compacted topic
 * @param store the Kafka Streams store whose changelog this is; empty for a topic that we create ourselves
 * @param <T> a generated record
 */
public record TopicDefinition<T extends SpecificRecord>(
        String name, Class<T> valueType, CleanupPolicy cleanup, Optional<Duration> retention, Optional<String> store) {
    /** From this replication factor on, two copies must hold a record before it is acknowledged. */
    private static final int REPLICAS_FOR_QUORUM = 3;

    public TopicDefinition {
        if (cleanup == CleanupPolicy.DELETE && retention.isEmpty()) {
            throw new IllegalArgumentException(name + ": a topic cleaned by age needs a retention");
        }
    }

    /** The registry's subject of the values. */
    public String subject() {
        return Subjects.ofValue(name);
    }

    /** The present schema of the values. */
    public Schema schema() {
        return SpecificData.get().getSchema(valueType);
    }

    /** Whether Kafka Streams creates it as a store's changelog. */
    public boolean changelog() {
        return store.isPresent();
    }

    /**
     * The topic's settings, also for {@code withLoggingEnabled} of a store.
     *
     * @param replicationFactor copies of each partition
     */
    public Map<String, String> settings(int replicationFactor) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.setting());
        retention.ifPresent(time -> settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())));
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topics.MAX_MESSAGE_BYTES));
        if (replicationFactor >= REPLICAS_FOR_QUORUM) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return settings;
    }
}
