package dev.footlights.local.stack;

import dev.footlights.service.settings.ClickHouseSettings;
import dev.footlights.service.settings.KafkaSettings;
import dev.footlights.service.settings.RegistrySettings;
import dev.footlights.service.settings.SettingsException;
import dev.footlights.service.settings.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The three backends: those of the environment where it names them, else the ones of this stack.
 *
 * @param ownKafka whether Kafka is to be started here
 * @param ownRegistry whether the schema registry is to be started here
 * @param ownClickHouse whether ClickHouse is to be started here
 * @param variables that tell the services where they are
 * @param settings the same, read
 */
public record Backends(
        boolean ownKafka,
        boolean ownRegistry,
        boolean ownClickHouse,
        Map<String, String> variables,
        Settings settings) {
    private static final String KAFKA = "FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS";
    private static final String REGISTRY = "FOOTLIGHTS_REGISTRY_URLS";
    private static final String CLICKHOUSE = "FOOTLIGHTS_CLICKHOUSE_URL";

    /** What of the services' settings concerns the backends. */
    public record Settings(
            KafkaSettings kafka, RegistrySettings registry, ClickHouseSettings clickhouse, TopicSettings topics) {}

    /**
     * Reads the environment.
     *
     * @throws StackException naming each variable that can't be used
     */
    public static Backends from(Map<String, String> environment, Ports ports) {
        boolean ownKafka = unset(environment, KAFKA);
        boolean ownRegistry = unset(environment, REGISTRY);
        boolean ownClickHouse = unset(environment, CLICKHOUSE);
        Map<String, String> variables = new HashMap<>();
        if (ownKafka) {
            variables.put(KAFKA, "127.0.0.1:" + ports.kafka());
            if (unset(environment, "FOOTLIGHTS_TOPICS_PARTITIONS")) {
                variables.put("FOOTLIGHTS_TOPICS_PARTITIONS", String.valueOf(TopicSettings.EMBEDDED_PARTITIONS));
            }
        }
        if (ownRegistry) {
            variables.put(REGISTRY, "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7");
        }
        if (ownClickHouse) {
            variables.put(CLICKHOUSE, "jdbc:ch://127.0.0.1:" + ports.clickHouse());
        }
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        try {
            Settings settings = SettingsReader.read(Settings.class, Optional.empty(), ofBackends(all));
            return new Backends(ownKafka, ownRegistry, ownClickHouse, Map.copyOf(variables), settings);
        } catch (SettingsException unusable) {
            throw new StackException(String.join("\n", unusable.problems()), unusable);
        }
    }

    /** The other settings are the services' own to check. */
    private static Map<String, String> ofBackends(Map<String, String> environment) {
        Map<String, String> ours = new HashMap<>(environment);
        ours.keySet()
                .removeIf(name -> !name.matches("FOOTLIGHTS_(KAFKA|REGISTRY|CLICKHOUSE|TOPICS)_.*")
                        || name.equals("FOOTLIGHTS_CLICKHOUSE_LIBRARY"));
        return ours;
    }

    private static boolean unset(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").isBlank();
    }
}
