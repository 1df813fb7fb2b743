package dev.footlights.streams.topology;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.streams.Events;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of scenarios.yaml.
 *
 * @param zone the reporting zone
 * @param events in the order of arrival
 * @param figures by {@code period|start|team|feature}, the figures that must be there, as {@code measure: value}
 * @param failed reasons of the failed events, in order
 */
record Scenario(
        String name,
        @Nullable String zone,
        List<Given> events,
        @Nullable Map<String, Map<String, Long>> figures,
        @Nullable List<String> failed) {

    /** An event, with what isn't said as in {@link Events#event}. */
    record Given(
            @Nullable String id,
            @Nullable String person,
            String at,
            @Nullable String received,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String plugin,
            @Nullable Double value,
            @Nullable String importId,
            @Nullable List<String> teams) {

        UsageEvent event(int number) {
            UsageEvent.Builder event = Events.event(
                            id == null ? "event-" + number : id,
                            person == null ? "ann" : person,
                            Instant.parse(at),
                            action == null ? "navigate" : action)
                    .setSubject(subject == null ? "/catalog" : subject)
                    .setPluginId(plugin == null ? "catalog" : plugin)
                    .setValue(value)
                    .setImportId(importId == null ? "" : importId);
            if (received != null) {
                event.setReceivedAt(Instant.parse(received));
            }
            if (teams != null) {
                event.setTeams(teams);
            }
            return event.build();
        }
    }

    static List<Scenario> all() throws IOException {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream in =
                Objects.requireNonNull(Scenario.class.getResourceAsStream("/footlights/scenarios.yaml"))) {
            return List.of(yaml.readValue(in, Scenario[].class));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
