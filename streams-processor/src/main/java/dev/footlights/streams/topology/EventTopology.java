package dev.footlights.streams.topology;

import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.streams.state.Ledger;
import dev.footlights.streams.state.StateStores;
import java.time.InstantSource;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * One sub-topology, without a repartition: events are keyed by person, and everything that is kept is kept per person or
 * adds up over persons.
 */
public final class EventTopology {
    private final TopologySettings settings;
    private final SchemaRegistry registry;
    private final FeatureRules rules;
    private final StreamsMetrics metrics;
    private final String version;
    private final InstantSource clock;

    /**
     * The topology is made by {@link #build}.
     *
     * @param version of this service, noted on what is put aside
     * @param clock tells how long a search has paused, and what lies ahead of the present
     */
    public EventTopology(
            TopologySettings settings,
            SchemaRegistry registry,
            FeatureRules rules,
            StreamsMetrics metrics,
            String version,
            InstantSource clock) {
        this.settings = settings;
        this.registry = registry;
        this.rules = rules;
        this.metrics = metrics;
        this.version = version;
        this.clock = clock;
    }

    public Topology build() {
        StateStores stores = new StateStores(registry, settings.replicationFactor(), settings.dedupeRetention());
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.none(),
                NodeNames.USAGE_EVENTS,
                new ReceivedAt(),
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.USAGE_EVENTS.name());
        topology.addProcessor(NodeNames.READ, this::readProcessor, NodeNames.USAGE_EVENTS);
        topology.addProcessor(NodeNames.FOLD, foldProcessor(stores), NodeNames.READ);
        topology.connectProcessorAndStateStores(NodeNames.READ, Ledger.STORE);
        topology.addSink(
                NodeNames.FAILED_EVENTS,
                Topics.FAILED_EVENTS.name(),
                new StringSerializer(),
                ConfluentAvroSerde.<FailedEvent>of(registry, Topics.FAILED_EVENTS)
                        .serializer(),
                NodeNames.READ);
        return topology;
    }

    private Processor<String, byte[], String, SpecificRecord> readProcessor() {
        ConfluentAvroSerde<UsageEvent> serde = ConfluentAvroSerde.of(registry, Topics.USAGE_EVENTS);
        EventReader reader = new EventReader(
                serde.deserializer(),
                Topics.USAGE_EVENTS.name(),
                settings.lateAfter(),
                settings.stateRetention(),
                clock);
        return new ReadProcessor(reader, metrics, version, clock);
    }

    private ProcessorSupplier<String, UsageEvent, Void, Void> foldProcessor(StateStores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, UsageEvent, Void, Void> get() {
                return new FoldProcessor(settings, rules, metrics, clock);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores.all();
            }
        };
    }
}
