package dev.footlights.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.PayloadCipher;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service over HTTP and a real broker. */
@ExtendWith(SharedIngest.Extension.class)
class IngestServiceTest {
    private final Pseudonyms pseudonyms = new Pseudonyms(RunningIngest.KEY);
    private final RunningIngest ingest;
    private final TopicReader topics;

    IngestServiceTest(SharedIngest shared) {
        ingest = shared.ingest;
        topics = shared.topics;
    }

    @Test
    void anAcceptedEventIsInKafkaUnderItsActor() throws Exception {
        // Given
        String event =
                Events.json("first-1", Map.of("user", "\"User:Default/Jane\"", "subject", "\"/catalog/?q=x#y\""));

        // When
        RunningIngest.Answer answer = ingest.post("/v1/events", "[" + event + "]");

        // Then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
        UsageEvent kept = usageEvent("first-1");
        assertThat(kept.getSubject()).isEqualTo("/catalog");
        assertThat(kept.getTeams()).containsExactly("org", "unassigned");
        ConsumerRecord<String, byte[]> record = topics.records(Topics.USAGE_EVENTS).stream()
                .filter(one -> one.key()
                        .equals(pseudonyms.ofUser(EntityRef.user("jane").orElseThrow())))
                .findFirst()
                .orElseThrow();
        assertThat(record.timestamp()).isEqualTo(kept.getReceivedAt().toEpochMilli());
        assertThat(new String(record.value(), StandardCharsets.ISO_8859_1)).doesNotContainIgnoringCase("jane");
    }

    @Test
    void aRefusedEventIsNamedAndKeptSealed() throws Exception {
        // Given
        String good = Events.json("mixed-1", Map.of());
        String bad = Events.json(
                "mixed-2", Map.of("occurredAt", "\"2099-01-01T00:00:00Z\"", "user", "\"user:default/joe\""));

        // When
        RunningIngest.Answer answer = ingest.post("/v1/events", "{\"events\":[" + good + "," + bad + "]}");

        // Then
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/rejected/0/eventId").asText()).isEqualTo("mixed-2");
        assertThat(answer.json().at("/rejected/0/reason").asText()).isEqualTo("occurred_at_in_future");
        FailedEvent kept = failedEvents().stream()
                .filter(one -> one.getEventId().equals("mixed-2"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.getReason()).isEqualTo(FailureReason.OCCURRED_AT_IN_FUTURE);
        assertThat(kept.getFormat()).isEqualTo("native");
        assertThat(StandardCharsets.ISO_8859_1
                        .decode(kept.getPayload().duplicate())
                        .toString())
                .doesNotContain("joe");
        assertThat(open(kept)).isEqualTo(bad);
    }

    @Test
    void whatCannotBeParsedIsKeptWhole() throws Exception {
        // When
        RunningIngest.Answer answer = ingest.post("/v1/events", "[{\"eventId\": oops}]");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("oops");
        assertThat(failedEvents())
                .filteredOn(one -> one.getFormat().equals("request"))
                .extracting(this::open)
                .contains("[{\"eventId\": oops}]");
    }

    @Test
    void anIdThatComesTwiceInABatchIsWrittenOnce() throws Exception {
        // Given
        String event = Events.json("twice-1", Map.of());
        String other = Events.json("twice-1", Map.of("subject", "\"/other\""));

        // When
        RunningIngest.Answer answer = ingest.post("/v1/events", "[" + event + "," + event + "," + other + "]");

        // Then
        assertThat(answer.body()).isEqualTo("{\"accepted\":3,\"rejected\":[]}");
        assertThat(topics.values(Topics.USAGE_EVENTS))
                .filteredOn(one -> one.getEventId().equals("twice-1"))
                .extracting(UsageEvent::getSubject)
                .containsExactly("/catalog");
    }

    @Test
    void anImportTakesThePastUnderItsBatch() throws Exception {
        // Given
        String old = Instant.now().minus(Duration.ofDays(100)).toString();
        String event = Events.json("import-1", Map.of("occurredAt", "\"" + old + "\""));

        // When
        RunningIngest.Answer live = ingest.post("/v1/events", "[" + event + "]");
        RunningIngest.Answer imported = ingest.post("/v1/imports?batch=spring", "[" + event + "]");

        // Then
        assertThat(live.status()).isEqualTo(422);
        assertThat(live.json().at("/rejected/0/reason").asText()).isEqualTo("late");
        assertThat(imported.body()).isEqualTo("{\"accepted\":1,\"rejected\":[],\"batch\":\"spring\"}");
        assertThat(usageEvent("import-1").getImportId()).isEqualTo("spring");
    }

    @Test
    void adoptionInsightsEventsSentAgainHaveTheSameIds() throws Exception {
        // Given
        String batch = "[{\"action\":\"navigate\",\"subject\":\"/docs\",\"context\":{\"pluginId\":\"techdocs\","
                + "\"userName\":\"user:default/ai\",\"userId\":\"00ff\",\"timestamp\":\"" + Instant.now() + "\"}}]";

        // When
        RunningIngest.Answer answer = ingest.post("/api/adoption-insights/events", batch);
        ingest.post("/api/adoption-insights/events", batch);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"success\":true,\"message\":\"Event received\"}");
        List<UsageEvent> kept = topics.values(Topics.USAGE_EVENTS).stream()
                .filter(one -> one.getSource().equals("adoption-insights"))
                .toList();
        assertThat(kept).hasSize(2);
        assertThat(kept)
                .extracting(UsageEvent::getEventId)
                .containsOnly(kept.getFirst().getEventId());
        assertThat(kept.getFirst().getContext()).isEmpty();
        assertThat(kept.getFirst().getActor())
                .isEqualTo(pseudonyms.ofUser(EntityRef.user("ai").orElseThrow()));
    }

    @Test
    void metricsAddUp() throws Exception {
        // Given
        String lines = Events.json("lines-1", Map.of()) + "\n" + Events.json("lines-2", Map.of()) + "\n[]\n";

        // When
        RunningIngest.Answer answer = ingest.post("/v1/events", lines, "Content-Type", "application/x-ndjson");

        // Then
        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/rejected/0/reason").asText()).isEqualTo("not_an_object");
        String metrics = ingest.get("/metrics").body();
        double accepted = meter(metrics, "footlights_ingest_accepted_total");
        assertThat(meter(metrics, "footlights_ingest_received_total"))
                .isEqualTo(accepted + meter(metrics, "footlights_ingest_rejected_total"))
                .isPositive();
        assertThat(meter(metrics, "footlights_ingest_inflight_bytes")).isZero();
    }

    @Test
    void servesItsContract() throws Exception {
        assertThat(ingest.get("/openapi.yaml").body())
                .startsWith("openapi: 3.1.0")
                .contains("/v1/imports");
    }

    private static double meter(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private UsageEvent usageEvent(String eventId) {
        return topics.values(Topics.USAGE_EVENTS).stream()
                .filter(one -> one.getEventId().equals(eventId))
                .findFirst()
                .orElseThrow();
    }

    private List<FailedEvent> failedEvents() {
        return topics.values(Topics.FAILED_EVENTS);
    }

    private String open(FailedEvent failed) {
        byte[] sealed = new byte[failed.getPayload().remaining()];
        failed.getPayload().duplicate().get(sealed);
        return new String(new PayloadCipher(pseudonyms).open(sealed), StandardCharsets.UTF_8);
    }
}
