package dev.footlights.streams.state;

import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Builds the stores. Those of facts have their changelogs published: what is read there is written once, in the
 * transaction of the event that changed it, and the cache before it makes one record of many changes.
 */
public final class StateStores {
    private final SchemaRegistry registry;
    private final int replicationFactor;
    private final Duration dedupeRetention;

    public StateStores(SchemaRegistry registry, int replicationFactor, Duration dedupeRetention) {
        this.registry = registry;
        this.replicationFactor = replicationFactor;
        this.dedupeRetention = dedupeRetention;
    }

    public Set<StoreBuilder<?>> all() {
        return Set.of(
                fact(Topics.ACTIVITY_FACTS, serde(Topics.ACTIVITY_FACTS)),
                fact(Topics.SESSION_FACTS, serde(Topics.SESSION_FACTS)),
                fact(Topics.FIRST_USES, serde(Topics.FIRST_USES)),
                fact(Topics.KPI_ROLLUPS, rollups()),
                fact(Topics.SURVEY_ANSWERS, serde(Topics.SURVEY_ANSWERS)),
                fact(Topics.EVENT_LEDGER, serde(Topics.EVENT_LEDGER)),
                onDisk(StoreNames.PRESENCES, PrivateSerdes.presence()),
                onDisk(StoreNames.CHAINS, PrivateSerdes.chain()),
                onDisk(StoreNames.SESSION_INDEX, Serdes.String()),
                inMemory(StoreNames.PENDING_SEARCHES, PrivateSerdes.pendingSearch()),
                inMemory(StoreNames.UNLISTED_FEATURES, Serdes.Long()),
                seenEvents());
    }

    private KpiRollupSerde rollups() {
        return new KpiRollupSerde(serde(Topics.KPI_ROLLUPS));
    }

    private <T extends SpecificRecord> ConfluentAvroSerde<T> serde(TopicDefinition<T> topic) {
        return ConfluentAvroSerde.of(registry, topic);
    }

    private <T extends SpecificRecord> StoreBuilder<?> fact(TopicDefinition<T> topic, Serde<T> values) {
        String name = FoldStores.nameOf(topic);
        return keyValue(Stores.persistentKeyValueStore(name), values, topic.settings(replicationFactor));
    }

    private static <V> StoreBuilder<?> onDisk(String name, Serde<V> values) {
        return keyValue(Stores.persistentKeyValueStore(name), values, compacted());
    }

    private static <V> StoreBuilder<?> inMemory(String name, Serde<V> values) {
        return keyValue(Stores.inMemoryKeyValueStore(name), values, compacted());
    }

    private static <V> StoreBuilder<?> keyValue(
            KeyValueBytesStoreSupplier supplier, Serde<V> values, Map<String, String> changelog) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), values)
                .withCachingEnabled()
                .withLoggingEnabled(changelog);
    }

    /** Not cached: an id is hardly ever asked for twice. */
    private StoreBuilder<?> seenEvents() {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                                StoreNames.SEEN_EVENTS,
                                SeenEvents.storeRetention(dedupeRetention),
                                SeenEvents.BUCKET,
                                false),
                        Serdes.String(),
                        Serdes.Long())
                .withLoggingEnabled(Map.of());
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
}
