package dev.footlights.streams;

import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.RegistryException;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.service.health.Health;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must hold before the topology may start: topics as they must be, changelogs that keep what they were given, schemas
 * that are registered, a place to read from. Waits while Kafka or the registry can't be asked; refuses what is wrong.
 */
final class Preparation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StreamsSettings settings;
    private final SchemaRegistry registry;
    private final Consumer<String> status;
    private final Admin admin;

    /** @param status told what is being waited for */
    Preparation(StreamsSettings settings, SchemaRegistry registry, Consumer<String> status) {
        this.settings = settings;
        this.registry = registry;
        this.status = status;
        this.admin = Admin.create(settings.kafka().toProperties());
    }

    /**
     * Returns when everything holds.
     *
     * @throws dev.footlights.schemas.topics.TopicPolicyException when a topic is not as it must be
     * @throws IllegalStateException when state and topics don't belong together
     * @throws RegistryException when a schema isn't registered
     */
    void run() throws InterruptedException {
        waitFor("kafka", this::prepareTopics);
        waitFor("registry", this::checkSchemas);
        waitFor("kafka", () -> new StartingOffsets(admin).ensure());
    }

    private void prepareTopics() {
        TopicSettingsCheck.run(admin, settings.topics());
    }

    /** Asks for every id that will be written under, so that a missing one is told now and not in mid-stream. */
    private void checkSchemas() {
        Stream.<TopicDefinition<? extends SpecificRecord>>of(
                        Topics.FAILED_EVENTS,
                        Topics.ACTIVITY_FACTS,
                        Topics.SESSION_FACTS,
                        Topics.FIRST_USES,
                        Topics.KPI_ROLLUPS,
                        Topics.SURVEY_ANSWERS,
                        Topics.EVENT_LEDGER)
                .forEach(this::checkSchema);
    }

    private <T extends SpecificRecord> void checkSchema(TopicDefinition<T> topic) {
        int id = ConfluentAvroSerde.of(registry, topic).serializer().schemaId(topic.name());
        LOG.atDebug()
                .addKeyValue("topic", topic.name())
                .addKeyValue("schema", id)
                .log("schema found");
    }

    private void waitFor(String part, Runnable step) throws InterruptedException {
        while (true) {
            try {
                step.run();
                return;
            } catch (RetriableException e) {
                waiting(part, e);
            } catch (RegistryException e) {
                if (!e.retriable()) {
                    throw e;
                }
                waiting(part, e);
            }
            Thread.sleep(PAUSE);
        }
    }

    private void waiting(String part, RuntimeException reason) {
        status.accept("waiting for " + part);
        LOG.atWarn()
                .addKeyValue("for", part)
                .addKeyValue("reason", reason.getMessage())
                .log("waiting");
    }

    /** Whether the brokers answer. */
    Health kafkaHealth() throws Exception {
        try {
            return Health.up(admin.describeCluster().nodes().get().size() + " brokers");
        } catch (KafkaException e) {
            return Health.down(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        admin.close(PAUSE);
    }
}
