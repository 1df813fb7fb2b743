package dev.footlights.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footlights.local.kafka.EmbeddedKafka;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.LedgerEntry;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.TopicAdmin;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.TopicPolicyException;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.streams.fold.FoldInMemory;
import dev.footlights.streams.fold.Measures;
import dev.footlights.streams.fold.Recount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldOnBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final InMemoryRegistry registry = InMemoryRegistry.withCatalogue();
    private EmbeddedKafka kafka;
    private Admin admin;

    @TempDir
    private Path dir;

    @BeforeEach
    void startBroker() {
        kafka = EmbeddedKafka.start(dir.resolve("kafka"), 0, 0);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterEach
    void stopBroker() {
        admin.close();
        kafka.close();
    }

    @Test
    void killedInMidTransactionAndRestoredWithoutItsStateItGivesTheSameFacts() throws Exception {
        // Given
        TopicAdmin.ensure(admin, FoldAlone.PARTITIONS, (short) 1);
        List<UsageEvent> events = events(6_000);
        List<UsageEvent> twice = new ArrayList<>(events);
        twice.addAll(events.subList(1_000, 2_000));
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        // When
        for (int round = 0; round < 3; round++) {
            send(twice.subList(round * 1_500, (round + 1) * 1_500));
            killInMidTransaction(round * 1_000);
        }
        send(twice.subList(4_500, twice.size()));
        try (EventFolding fold =
                FoldAlone.start(kafka.bootstrapServers(), dir.resolve("another-state"), failure::set)) {
            // Then
            Map<String, Measures> expected = Recount.of(ZoneOffset.UTC, events);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(figures()).isEqualTo(expected));
            assertThat(expected.values())
                    .anySatisfy(each -> assertThat(each.openedSearches()).isPositive());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ledger())
                            .isEqualTo(Map.of("accepted", 7_000L, "folded", 6_000L, "duplicate", 1_000L)));
            assertThat(fold.healthChecks())
                    .allSatisfy(check -> assertThat(check.check().isUp()).isTrue());
        }
        assertThat(failure.get()).isNull();
    }

    @Test
    void expiredEventsEndItWithTheReason() throws Exception {
        // Given
        TopicAdmin.ensure(admin, FoldAlone.PARTITIONS, (short) 1);
        send(events(100));
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (EventFolding fold = FoldAlone.start(kafka.bootstrapServers(), dir.resolve("state"), failure::set)) {
            await().atMost(PATIENCE).until(() -> !figures().isEmpty());
            assertThat(fold.name()).isEqualTo("fold");
        }
        send(events(100));
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < FoldAlone.PARTITIONS; partition++) {
            all.put(new TopicPartition(Topics.USAGE_EVENTS.name(), partition), RecordsToDelete.beforeOffset(-1));
        }
        admin.deleteRecords(all).all().get();
        // When
        try (EventFolding fold = FoldAlone.start(kafka.bootstrapServers(), dir.resolve("state"), failure::set)) {
            // Then
            await().atMost(PATIENCE).until(() -> failure.get() != null);
            assertThat(failure.get()).hasMessageContaining("events have expired unread");
            assertThat(fold.healthChecks().getFirst().check().isUp()).isFalse();
        }
    }

    @Test
    void aChangelogThatForgetsIsRefused() throws Exception {
        // Given
        NewTopic forgetful = new NewTopic("footlights-presences-changelog", FoldAlone.PARTITIONS, (short) 1)
                .configs(Map.of("cleanup.policy", "delete"));
        admin.createTopics(List.of(forgetful)).all().get();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        // When
        try (EventFolding fold = FoldAlone.start(kafka.bootstrapServers(), dir.resolve("state"), failure::set)) {
            // Then
            await().atMost(PATIENCE).until(() -> failure.get() != null);
            assertThat(failure.get())
                    .isInstanceOf(TopicPolicyException.class)
                    .hasMessageContaining("footlights-presences-changelog")
                    .hasMessageContaining("cleanup.policy");
            assertThat(fold.healthChecks().getFirst().check().isUp()).isFalse();
        }
    }

    private void killInMidTransaction(int figuresBefore) throws IOException, InterruptedException {
        long before = foldedSoFar();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FoldAlone.class.getName(),
                        kafka.bootstrapServers(),
                        dir.resolve("state").toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("fold-" + figuresBefore + ".log").toFile())
                .start();
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> foldedSoFar() > before);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private long foldedSoFar() {
        return figures().entrySet().stream()
                .filter(figure ->
                        figure.getKey().startsWith("month|") && figure.getKey().endsWith("|org|*"))
                .mapToLong(figure -> figure.getValue().events())
                .sum();
    }

    /** What a reader of committed rollups knows: the highest revision of each key, added over the shards. */
    private Map<String, Measures> figures() {
        Map<String, Measures> figures = new TreeMap<>();
        newest(Topics.KPI_ROLLUPS, KpiRollup::getRevision)
                .forEach(rollup ->
                        figures.merge(FoldInMemory.name(rollup), FoldInMemory.figures(rollup), Measures::plus));
        figures.values().removeIf(Measures.NONE::equals);
        return figures;
    }

    /** Events by outcome, of all quarter hours and shards. */
    private Map<String, Long> ledger() {
        Map<String, Long> ledger = new HashMap<>();
        newest(Topics.EVENT_LEDGER, LedgerEntry::getRevision)
                .forEach(entry -> ledger.merge(entry.getOutcome(), entry.getEvents(), Long::sum));
        return ledger;
    }

    private <T extends SpecificRecord> Collection<T> newest(TopicDefinition<T> topic, ToLongFunction<T> revision) {
        Map<String, T> newest = new HashMap<>();
        Map<String, Object> properties =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, T> consumer = new KafkaConsumer<>(
                properties,
                new StringDeserializer(),
                ConfluentAvroSerde.of(registry, topic).deserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().containsKey(topic.name())
                    ? consumer.partitionsFor(topic.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList()
                    : List.of();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> newest.merge(
                                record.partition() + record.key(),
                                record.value(),
                                (one, other) -> revision.applyAsLong(one) > revision.applyAsLong(other) ? one : other));
            }
        }
        return newest.values();
    }

    private void send(List<UsageEvent> events) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, UsageEvent> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                ConfluentAvroSerde.of(registry, Topics.USAGE_EVENTS).serializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (UsageEvent event : events) {
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.USAGE_EVENTS.name(),
                        null,
                        event.getReceivedAt().toEpochMilli(),
                        event.getActor(),
                        event)));
            }
            for (Future<RecordMetadata> acknowledged : sent) {
                assertThat(acknowledged.get().hasOffset()).isTrue();
            }
        }
    }

    private static String action(int number) {
        return number % 7 == 0 ? "search" : number % 7 == 3 ? "discover" : number % 3 == 0 ? "click" : "navigate";
    }

    private static List<UsageEvent> events(int count) {
        Instant start = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        List<String> plugins = List.of("catalog", "techdocs", "scaffolder");
        List<UsageEvent> events = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int person = number % 40;
            events.add(
                    Events.event("event-" + number, "person-" + person, start.plusSeconds(number * 20L), action(number))
                            .setPluginId(plugins.get(number % 3))
                            .setSubject(action(number).equals("search") ? "payments" : "/page/" + number % 7)
                            .setTeams(List.of("group:default/team-" + person % 4, "org"))
                            .build());
        }
        return events;
    }
}
