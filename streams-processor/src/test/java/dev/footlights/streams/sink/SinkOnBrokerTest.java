package dev.footlights.streams.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footlights.local.clickhouse.SharedClickHouse;
import dev.footlights.local.kafka.EmbeddedKafka;
import dev.footlights.schemas.clickhouse.Migrator;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.service.settings.ClickHouseSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink on a real broker and the real engine; a transactional producer stands for the streams processor. */
class SinkOnBrokerTest {
    private static final String DATABASE = "sink_on_broker";
    private static final TopicPartition EVENTS = new TopicPartition(Topics.USAGE_EVENTS.name(), 0);
    private static final TopicPartition FAILED = new TopicPartition(Topics.FAILED_EVENTS.name(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url = SharedClickHouse.get().jdbcUrl(DATABASE);
    private final EmbeddedKafka kafka;
    private final Admin admin;
    private final Producer<byte[], byte[]> ingest;
    private final Producer<byte[], byte[]> streams;

    SinkOnBrokerTest(@TempDir Path data) {
        kafka = EmbeddedKafka.start(data.resolve("kafka"), 0, 0);
        Map<String, Object> servers = servers();
        admin = Admin.create(servers);
        ingest = new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer());
        streams = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "streams"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @BeforeEach
    void migrate() throws SQLException {
        new Migrator(url, "", "").migrate();
    }

    @AfterEach
    void stop() {
        ingest.close(Duration.ofSeconds(5));
        streams.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
        kafka.close();
    }

    @Test
    void carriesWhatIsCommittedAndSaysHowFreshThatIs() throws Exception {
        try (Sink sink = sink()) {
            // Given a sink that was there before its topics
            sink.start();
            createTopics();
            streams.initTransactions();
            // When a fact is committed, one is taken back and something unusable comes along
            streams.beginTransaction();
            send(Records.firstUse(0, 1));
            streams.commitTransaction();
            streams.beginTransaction();
            send(Records.firstUse(0, 9));
            streams.abortTransaction();
            streams.beginTransaction();
            var _ = streams.send(new ProducerRecord<>(Topics.FIRST_USES.name(), new byte[] {1}, new byte[] {1, 2, 3}));
            streams.commitTransaction();
            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(one("SELECT groupArray(revision) FROM first_uses"))
                            .isEqualTo("[1]"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(end(FAILED)).isEqualTo(1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    one("SELECT toString(groupArray((reason, component, format))) FROM failed_events"))
                            .isEqualTo("[('undecodable','streams-processor','fact')]"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sink.problem()).isEmpty());

            // When an event has come whose facts aren't committed
            ingest.send(new ProducerRecord<>(EVENTS.topic(), new byte[] {1})).get();
            long received = System.currentTimeMillis();
            streams.beginTransaction();
            send(Records.firstUse(0, 2));
            streams.flush();
            await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> asOf() < received);
            streams.sendOffsetsToTransaction(Map.of(EVENTS, new OffsetAndMetadata(1)), streamsGroup());
            streams.commitTransaction();
            // Then it is stated to be counted only when it is
            await().atMost(PATIENCE).until(() -> asOf() >= received);
            assertThat(one("SELECT max(revision) FROM first_uses FINAL")).isEqualTo("2");
        }
    }

    @Test
    void startsAgainWhereItCommitted() throws Exception {
        // Given
        createTopics();
        streams.initTransactions();
        try (Sink sink = sink()) {
            sink.start();
            commit(Records.firstUse(0, 20));
            await().atMost(PATIENCE)
                    .until(() -> one("SELECT max(revision) FROM first_uses").equals("20"));
        }
        // When
        commit(Records.firstUse(0, 21));
        try (Sink sink = sink()) {
            sink.start();
            // Then
            await().atMost(PATIENCE)
                    .until(() -> one("SELECT max(revision) FROM first_uses").equals("21"));
        }
        assertThat(one("SELECT count() FROM first_uses FINAL")).isEqualTo("1");
    }

    private Sink sink() {
        return new Sink(
                servers(),
                Records.REGISTRY,
                new ClickHouseSettings(url, "default", "", DATABASE),
                new SinkSettings(true, 1_000, Duration.ofMillis(100)),
                new SimpleMeterRegistry(),
                "test",
                Clock.systemUTC());
    }

    private Map<String, Object> servers() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private void createTopics() throws Exception {
        List<NewTopic> topics = Stream.of(
                        EVENTS.topic(),
                        FAILED.topic(),
                        Topics.FIRST_USES.name(),
                        Topics.ACTIVITY_FACTS.name(),
                        Topics.ROSTER.name())
                .map(name -> new NewTopic(name, Optional.of(1), Optional.of((short) 1)))
                .toList();
        admin.createTopics(topics).all().get();
    }

    private ConsumerGroupMetadata streamsGroup() {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", Topics.APPLICATION_ID);
        try (Consumer<byte[], byte[]> member =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return member.groupMetadata();
        }
    }

    private void commit(ConsumerRecord<byte[], byte[]> record) {
        streams.beginTransaction();
        send(record);
        streams.commitTransaction();
    }

    private void send(ConsumerRecord<byte[], byte[]> record) {
        var _ = streams.send(new ProducerRecord<>(record.topic(), record.key(), record.value()));
    }

    private long end(TopicPartition partition) throws Exception {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private long asOf() throws SQLException {
        return Long.parseLong(one("SELECT toUnixTimestamp64Milli(max(as_of)) FROM freshness"));
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
