package dev.footlights.streams.sink;

import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.service.settings.ClickHouseSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries facts, rollups, the ledger, and what ingest tells of failures, outcomes, checks and people from Kafka into ClickHouse. Starts and stays alive whatever is down, and says
 * so in {@link #problem()}.
 */
public final class Sink implements AutoCloseable {
    /** Consumer group; its committed offsets are what is surely in the tables. */
    public static final String GROUP = Topics.APPLICATION_ID + "-sink";

    private static final Logger log = LoggerFactory.getLogger(Sink.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Map<String, Object> kafka;
    private final SchemaRegistry registry;
    private final SinkSettings settings;
    private final Clock clock;
    private final SinkStatus status;
    private final Tables tables;
    private final DeadLetters deadLetters;
    private final FreshnessWriter freshness;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<@Nullable Consumer<byte[], byte[]>> running = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().name("sink").unstarted(this::run);

    /**
     * @param kafka properties of every Kafka client: servers, security
     * @param version of this service, noted on records set aside
     */
    public Sink(
            Map<String, Object> kafka,
            SchemaRegistry registry,
            ClickHouseSettings clickhouse,
            SinkSettings settings,
            MeterRegistry metrics,
            String version,
            Clock clock) {
        this.kafka = Map.copyOf(kafka);
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
        this.status = new SinkStatus(metrics);
        this.tables = new ClickHouseTables(
                clickhouse.url(), clickhouse.username(), clickhouse.password(), clickhouse.database());
        this.deadLetters = new KafkaDeadLetters(
                new KafkaProducer<>(
                        with(Map.of(
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Topics.MAX_MESSAGE_BYTES)),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                ConfluentAvroSerde.of(registry, Topics.FAILED_EVENTS).serializer(),
                version,
                clock);
        Positions positions = new KafkaPositions(Admin.create(kafka));
        this.freshness = new FreshnessWriter(new FreshnessProof(positions, clock), positions, tables, metrics);
    }

    /** Begins to carry; returns at once. */
    public void start() {
        thread.start();
        freshness.start();
    }

    /** What keeps it from carrying now; empty when nothing does. */
    public Optional<String> problem() {
        return thread.isAlive() ? status.problem() : Optional.of("the sink isn't running");
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (stop.getCount() > 0) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                running.set(consumer);
                SinkLoop loop =
                        new SinkLoop(consumer, new BatchFiller(registry), tables, deadLetters, settings, status, clock);
                loop.subscribe();
                while (stop.getCount() > 0) {
                    loop.round();
                    backoff = new Backoff();
                }
            } catch (WakeupException e) {
                // Only close() wakes it up.
                return;
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("sink starts again");
                status.failing("stopped by an error, starts again");
                rest(backoff.next());
            } finally {
                running.set(null);
            }
        }
    }

    private void rest(Duration time) {
        try {
            boolean stopped = stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
            log.atDebug().addKeyValue("stopped", stopped).log("sink rested");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = with(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // Topics that don't exist yet are found this soon.
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                2_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000,
                // A rebalance takes everything away, so that dropping the batch is always right.
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                RangeAssignor.class.getName()));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(kafka);
        all.putAll(more);
        return all;
    }

    /** Stops within seconds; what isn't committed is carried again at the next start. */
    @Override
    public void close() {
        stop.countDown();
        Consumer<byte[], byte[]> consumer = running.get();
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (thread.isAlive() && !thread.join(STOP_PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        freshness.close();
        deadLetters.close();
        tables.close();
    }
}
