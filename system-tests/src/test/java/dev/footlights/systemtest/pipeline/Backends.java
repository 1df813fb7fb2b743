package dev.footlights.systemtest.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.clickhouse.ClickHouseContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startable;

/** Kafka, registry and ClickHouse: the launcher's embedded ones, or containers where Docker answers. */
public interface Backends extends AutoCloseable {
    /** Environment that tells the launcher where they are; empty for its own. */
    Map<String, String> environment();

    /** In words, for the test's output. */
    String description();

    @Override
    void close();

    /** Containers where Docker answers, unless {@code footlights.test.stack=embedded} says otherwise. */
    static Backends choose() {
        boolean embedded = "embedded".equals(System.getProperty("footlights.test.stack"));
        return !embedded && DockerClientFactory.instance().isDockerAvailable() ? Containers.start() : new Embedded();
    }

    /** The launcher's own. */
    record Embedded() implements Backends {
        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public String description() {
            return "embedded Kafka, Apicurio Registry and ClickHouse engine";
        }

        @Override
        public void close() {
            // They end with the launcher.
        }
    }

    /** Real servers in containers. */
    record Containers(Map<String, String> environment, Startable kafka, Startable registry, Startable clickHouse)
            implements Backends {
        private static final String USER = "footlights";

        static Containers start() {
            KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1");
            GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry:3.3.3")
                    .withExposedPorts(8080)
                    .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(8080));
            ClickHouseContainer clickHouse = new ClickHouseContainer("clickhouse/clickhouse-server:26.7")
                    .withUsername(USER)
                    .withPassword(USER);
            kafka.start();
            registry.start();
            clickHouse.start();

            Map<String, String> environment = new LinkedHashMap<>();
            environment.put("FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS", kafka.getBootstrapServers());
            environment.put(
                    "FOOTLIGHTS_REGISTRY_URLS",
                    "http://" + registry.getHost() + ":" + registry.getMappedPort(8080) + "/apis/ccompat/v7");
            environment.put(
                    "FOOTLIGHTS_CLICKHOUSE_URL",
                    "jdbc:ch://" + clickHouse.getHost() + ":" + clickHouse.getMappedPort(8123));
            environment.put("FOOTLIGHTS_CLICKHOUSE_USERNAME", USER);
            environment.put("FOOTLIGHTS_CLICKHOUSE_PASSWORD", USER);
            environment.put("FOOTLIGHTS_TOPICS_PARTITIONS", "4");
            return new Containers(Map.copyOf(environment), kafka, registry, clickHouse);
        }

        @Override
        public String description() {
            return "Testcontainers: Kafka, Apicurio Registry, ClickHouse server";
        }

        @Override
        public void close() {
            clickHouse.stop();
            registry.stop();
            kafka.stop();
        }
    }
}
