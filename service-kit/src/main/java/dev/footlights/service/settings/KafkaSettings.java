package dev.footlights.service.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param properties handed to every client as they are: security, timeouts
 */
public record KafkaSettings(
        @Default("127.0.0.1:8483") List<String> bootstrapServers,
        @Secret Map<String, String> properties) {

    public KafkaSettings {
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = Map.copyOf(properties);
        Require.that(!bootstrapServers.isEmpty(), "bootstrapServers", "names no server");
        for (String server : bootstrapServers) {
            Require.that(server.matches("\\S+:\\d{1,5}"), "bootstrapServers", server + " is not host:port");
        }
        Require.that(
                !properties.containsKey("bootstrap.servers"),
                "properties",
                "bootstrap.servers has a setting of its own, kafka.bootstrap-servers");
    }

    /** What a Kafka client takes: the properties and the servers; the caller may add to it. */
    public Map<String, Object> toProperties() {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("bootstrap.servers", String.join(",", bootstrapServers));
        return all;
    }
}
