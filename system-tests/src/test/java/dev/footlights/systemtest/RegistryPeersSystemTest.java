package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.RegistryConfig;
import dev.footlights.schemas.registry.SchemaRegistryClient;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.systemtest.generated.EventStream;
import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.Pipeline;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Confluent's own npm client reads what ingest writes, and writes what we read. */
@ExtendWith(Pipeline.Shared.class)
class RegistryPeersSystemTest {
    private static final String TOPIC = Topics.USAGE_EVENTS.name();

    @Test
    void bothDirectionsThroughTheRegistry(Pipeline pipeline) throws IOException {
        // Given
        String registry = pipeline.launcher().registryUrl();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        pipeline.ledger().send(EventStream.byHand("for-peers", "User:Default/Person-1", "tech-radar", at));
        UsageEvent ours;
        String decoded;
        String encoded;
        try (SchemaRegistryClient client = new SchemaRegistryClient(RegistryConfig.of(List.of(registry)))) {
            ConfluentAvroSerde<UsageEvent> serde = ConfluentAvroSerde.of(client, Topics.USAGE_EVENTS);
            byte[] bytes = TopicBytes.of(pipeline.launcher().kafka(), TOPIC, value -> {
                UsageEvent event = serde.deserializer().deserialize(TOPIC, value);
                return event != null && event.getEventId().equals("for-peers");
            });

            // When
            decoded = peer("decode", registry, Base64.getEncoder().encodeToString(bytes));
            encoded = peer("encode", registry, decoded);

            // Then
            ours = serde.deserializer().deserialize(TOPIC, bytes);
            assertThat(serde.deserializer()
                            .deserialize(TOPIC, Base64.getDecoder().decode(encoded)))
                    .isEqualTo(ours);
        }
        JsonNode theirs = new ObjectMapper().readTree(decoded);
        assertThat(theirs.path("eventId").asText()).isEqualTo("for-peers");
        assertThat(theirs.path("occurredAt").asLong()).isEqualTo(at.toEpochMilli());
        assertThat(theirs.path("action").asText()).isEqualTo("click");
        assertThat(theirs.path("pluginId").asText()).isEqualTo("tech-radar");
        assertThat(theirs.path("teams"))
                .extracting(JsonNode::asText)
                .containsExactly("group:default/company", "group:default/research", "group:default/team-1", "org");
        assertThat(decoded.toLowerCase(Locale.ROOT)).doesNotContain("person-1");
    }

    private static String peer(String direction, String registry, String line) {
        List<String> answer = Node.pipe(List.of(line), "node/registry-peer.mjs", direction, registry, TOPIC);
        assertThat(answer).hasSize(1);
        return answer.getFirst();
    }
}
