package dev.footlights.ingest.delivery;

import dev.footlights.schemas.registry.RegistryException;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.TopicAdmin;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.TopicPolicyException;
import dev.footlights.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the service connected, however long Kafka or the registry stay away: makes or checks the topics, learns the
 * schemas' ids, and only then opens the way to Kafka.
 */
public final class Connector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ADMIN_TIMEOUT_MILLIS = 5_000;
    /** All that this service writes to. */
    private static final List<TopicDefinition<?>> TOPICS = List.of(
            Topics.USAGE_EVENTS,
            Topics.FAILED_EVENTS,
            Topics.TEMPLATE_OUTCOMES,
            Topics.CHECK_RESULTS,
            Topics.ROSTER,
            Topics.TEAMS);

    /**
     * What it takes.
     *
     * @param kafka properties of any Kafka client
     * @param partitions of each topic
     * @param replicationFactor of each topic
     * @param bufferBytes memory for records on their way
     */
    public record Config(Map<String, Object> kafka, int partitions, short replicationFactor, long bufferBytes) {}

    private final Config config;
    private final RecordSerializers serializers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Admin admin;
    private volatile Connection connection = new Connection.Waiting("not connected yet");

    private Connector(Config config, SchemaRegistry registry) {
        this.config = config;
        this.serializers = new RecordSerializers(registry, TOPICS);
        this.thread = Thread.ofVirtual().name("connector").unstarted(this::connect);
    }

    /** Begins at once, in a thread of its own. */
    public static Connector start(Config config, SchemaRegistry registry) {
        Connector connector = new Connector(config, registry);
        connector.thread.start();
        return connector;
    }

    public Connection connection() {
        return connection;
    }

    private void connect() {
        try {
            do {
                attempt();
            } while (connection instanceof Connection.Waiting
                    && !closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            Admin asked = admin();
            TopicAdmin.ensure(asked, TOPICS, config.partitions(), config.replicationFactor());
            serializers.learnIds();
            KafkaWriter writer = new KafkaWriter(config.kafka(), config.bufferBytes(), serializers);
            connection = new Connection.Ready(asked, writer);
            LOG.atInfo().log("connected: topics and schemas are as they must be");
        } catch (TopicPolicyException e) {
            waitFor("topics are not as they must be: " + e.getMessage());
        } catch (RegistryException e) {
            waitFor("schema registry: " + e.getMessage());
        } catch (KafkaException e) {
            waitFor("Kafka: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("connecting failed unexpectedly");
            waitFor("unexpected, see the log: " + e.getClass().getSimpleName());
        }
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            Map<String, Object> properties = new HashMap<>(config.kafka());
            properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "footlights-ingest-admin");
            properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
            properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
            known = Admin.create(properties);
            admin = known;
        }
        return known;
    }

    private void waitFor(String reason) {
        Connection.Waiting waiting = new Connection.Waiting(reason);
        if (!waiting.equals(connection)) {
            LOG.atWarn().addKeyValue("reason", reason).log("not connected, trying again");
        }
        connection = waiting;
    }

    /** Flushes what is on its way. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(Duration.ofMillis(2L * ADMIN_TIMEOUT_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (connection instanceof Connection.Ready ready) {
            ready.writer().close();
        }
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
