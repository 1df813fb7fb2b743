package dev.footlights.streams.topology;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.LedgerEntry;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.streams.fold.FoldRules;
import dev.footlights.streams.state.StoreNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The topology on Kafka's test driver, at a time of its own that only tests move. */
final class TopologyUnderTest implements AutoCloseable {
    static final int MOST_UNLISTED_FEATURES = 20;

    private static final Pattern STORES = Pattern.compile("\\(stores: \\[(.*)]\\)");

    private final InMemoryRegistry registry = InMemoryRegistry.withCatalogue();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> events;
    private final TestOutputTopic<String, FailedEvent> failedEvents;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    TopologyUnderTest(Path stateDir, @Nullable String zone) {
        TopologySettings usual = TopologySettings.USUAL;
        FoldRules rules = new FoldRules(
                ZoneId.of(zone == null ? "UTC" : zone),
                usual.rules().sessionGap(),
                usual.rules().searchPause());
        TopologySettings settings = new TopologySettings(
                rules,
                usual.lateAfter(),
                usual.dedupeRetention(),
                usual.stateRetention(),
                MOST_UNLISTED_FEATURES,
                usual.replicationFactor());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, Topics.APPLICATION_ID);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                new EventTopology(
                                settings,
                                registry,
                                FeatureRules.shipped(),
                                new StreamsMetrics(meters),
                                "test",
                                () -> now)
                        .build(),
                properties,
                now);
        events = driver.createInputTopic(Topics.USAGE_EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
        failedEvents = driver.createOutputTopic(
                Topics.FAILED_EVENTS.name(),
                new StringDeserializer(),
                ConfluentAvroSerde.of(registry, Topics.FAILED_EVENTS).deserializer());
    }

    /** The topology in words, the stores of each processor in order, as Kafka prints them in any. */
    static String describe() {
        String described = new EventTopology(
                        TopologySettings.USUAL,
                        InMemoryRegistry.withCatalogue(),
                        FeatureRules.shipped(),
                        new StreamsMetrics(new SimpleMeterRegistry()),
                        "test",
                        InstantSource.system())
                .build()
                .describe()
                .toString();
        return STORES.matcher(described)
                .replaceAll(stores -> Stream.of(stores.group(1).split(", ", -1))
                        .sorted()
                        .collect(Collectors.joining(", ", "(stores: [", "])")));
    }

    byte[] bytes(UsageEvent event) {
        return Objects.requireNonNull(ConfluentAvroSerde.of(registry, Topics.USAGE_EVENTS)
                .serializer()
                .serialize(Topics.USAGE_EVENTS.name(), event));
    }

    void send(UsageEvent event) {
        events.pipeInput(event.getActor(), bytes(event), event.getReceivedAt());
    }

    void send(@Nullable String key, byte @Nullable [] value) {
        send(key, value, now);
    }

    void send(@Nullable String key, byte @Nullable [] value, Instant timestamp) {
        events.pipeInput(key, value, timestamp);
    }

    /** Long enough for a search to end. */
    void pause() {
        advance(Duration.ofSeconds(3));
    }

    void waitAMinute() {
        advance(Duration.ofSeconds(61));
    }

    private void advance(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    List<FailedEvent> failed() {
        return failedEvents.readValuesToList();
    }

    double count(String outcome) {
        return meters.get("footlights.streams.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    /** Figures of a rollup by {@code kind|start|team|feature}; empty when there is none. */
    Map<String, Long> figures(String key) {
        KeyValueStore<String, KpiRollup> rollups = driver.getKeyValueStore("kpi-rollups");
        KpiRollup rollup = rollups.get(key);
        Map<String, Long> figures = new HashMap<>();
        if (rollup != null) {
            rollup.getSchema().getFields().stream()
                    .filter(field -> rollup.get(field.pos()) instanceof Long)
                    .forEach(field -> figures.put(field.name(), (Long) rollup.get(field.pos())));
        }
        return figures;
    }

    /** Searches in the facts of a term. */
    long searches(String term) {
        return facts(term).stream().mapToLong(ActivityFact::getSearches).sum();
    }

    /** Searches with an opened result in the facts of a term. */
    long openedSearches(String term) {
        return facts(term).stream().mapToLong(ActivityFact::getOpenedSearches).sum();
    }

    private List<ActivityFact> facts(String item) {
        return this.<ActivityFact>values("activity-facts").stream()
                .filter(fact -> fact.getItem().equals(item))
                .toList();
    }

    /** All values of a store, by key. */
    <V> List<V> values(String store) {
        List<V> values = new ArrayList<>();
        try (KeyValueIterator<String, V> entries =
                driver.<String, V>getKeyValueStore(store).all()) {
            entries.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }

    /** The ledger, as {@code slot outcome reason: events}, in the order of its keys. */
    List<String> ledger() {
        return this.<LedgerEntry>values("event-ledger").stream()
                .map(entry -> (entry.getSlot() + " " + entry.getOutcome() + " " + entry.getReason()).strip() + ": "
                        + entry.getEvents())
                .toList();
    }

    /** Entries of all stores that expire, but for first uses and the names of features. */
    long entries() {
        return Stream.of(
                        "activity-facts",
                        "session-facts",
                        "kpi-rollups",
                        "survey-answers",
                        "event-ledger",
                        StoreNames.PRESENCES,
                        StoreNames.CHAINS,
                        StoreNames.SESSION_INDEX)
                .mapToLong(this::entries)
                .sum();
    }

    private long entries(String store) {
        long count = 0;
        try (KeyValueIterator<String, Object> entries =
                driver.<String, Object>getKeyValueStore(store).all()) {
            while (entries.hasNext()) {
                KeyValue<String, Object> entry = entries.next();
                count += entry.value == null ? 0 : 1;
            }
        }
        return count;
    }

    @Override
    public void close() {
        driver.close();
    }
}
