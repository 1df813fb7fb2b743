package dev.footlights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.PayloadCipher;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.local.kafka.EmbeddedKafka;
import dev.footlights.schemas.avro.CheckResult;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.TemplateOutcome;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What other tools tell: answered 202, it is on its topic. On a real broker, with a roster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {
    private static final String OUTCOMES = "/v1/template-outcomes";
    private static final String RESULTS = "/v1/check-results";
    private static final String CATALOG = """
            kind: Group
            metadata: {name: payments}
            spec: {parent: commerce}
            ---
            kind: User
            metadata: {name: jane}
            spec: {memberOf: [payments]}
            """;

    private final Instant ended = Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    private final Pseudonyms pseudonyms = new Pseudonyms(RunningIngest.KEY);
    private final InMemoryRegistry registry = InMemoryRegistry.withCatalogue();
    private EmbeddedKafka kafka;
    private RunningIngest ingest;
    private TopicReader topics;

    @BeforeAll
    void start(@TempDir Path dir) throws Exception {
        Files.writeString(dir.resolve("org.yaml"), CATALOG);
        kafka = EmbeddedKafka.start(dir.resolve(".kafka"), 0, 0);
        ingest = new RunningIngest(
                kafka.bootstrapServers(), registry, Map.of("FOOTLIGHTS_ROSTER_CATALOG", dir.toString()));
        topics = new TopicReader(kafka.bootstrapServers(), registry);
        await().atMost(Duration.ofSeconds(60)).until(ingest::ready);
    }

    @AfterAll
    void stop() {
        ingest.close();
        kafka.close();
    }

    @Test
    void anOutcomeIsUnderItsTaskWithItsPersonsTeams() throws Exception {
        // When
        RunningIngest.Answer answer = post(
                OUTCOMES,
                outcome("o-1", "\"user\":\"User:Default/Jane\",\"groups\":[\"group:default/other\"]"),
                outcome("o-2", "\"user\":\"joe\",\"groups\":[\"payments\",\"group:default/new\"]"),
                outcome("o-3", "\"groups\":[\"payments\"]"));

        // Then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":3,\"rejected\":[]}");
        TemplateOutcome known = outcomeOf("o-1");
        assertThat(known.getActor()).isEqualTo(pseudonym("jane"));
        assertThat(known.getTeams()).containsExactly("group:default/commerce", "group:default/payments", "org");
        assertThat(known.getTemplate()).isEqualTo("template:default/service");
        assertThat(known.getOutcome()).isEqualTo("failed");
        assertThat(known.getFinishedAt()).isEqualTo(ended);
        assertThat(outcomeOf("o-2").getActor()).isEqualTo(pseudonym("joe"));
        assertThat(outcomeOf("o-2").getTeams())
                .containsExactly("group:default/commerce", "group:default/new", "group:default/payments", "org");
        assertThat(outcomeOf("o-3").getActor()).isEmpty();
        assertThat(outcomeOf("o-3").getTeams()).containsExactly("org", "unassigned");
        assertThat(keys(Topics.TEMPLATE_OUTCOMES)).contains("o-1", "o-2", "o-3");
        assertThat(bytes(Topics.TEMPLATE_OUTCOMES)).doesNotContainIgnoringCase("jane");
    }

    @Test
    void aTaskOfTheScaffolderIsTakenAsItIs() throws Exception {
        // Given
        String task = "{\"id\":\"o-task\",\"status\":\"completed\",\"createdBy\":\"user:default/jane\","
                + "\"createdAt\":\"" + ended + "\",\"lastHeartbeatAt\":\"" + ended + "\","
                + "\"spec\":{\"templateInfo\":{\"entityRef\":\"template:default/service\"},\"parameters\":{\"a\":[{}]}}}";

        // When
        RunningIngest.Answer answer = ingest.post(OUTCOMES, task);

        // Then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(outcomeOf("o-task").getOutcome()).isEqualTo("completed");
        assertThat(outcomeOf("o-task").getActor()).isEqualTo(pseudonym("jane"));
    }

    @Test
    void ofATaskThatIsToldTwiceInARequestTheLastIsWritten() throws Exception {
        // When
        RunningIngest.Answer answer = post(
                OUTCOMES,
                outcome("o-twice", "\"user\":\"jane\""),
                outcome("o-twice", "\"user\":\"jane\"").replace("failed", "completed"));

        // Then
        assertThat(answer.body()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
        assertThat(topics.values(Topics.TEMPLATE_OUTCOMES))
                .filteredOn(one -> one.getTask().equals("o-twice"))
                .extracting(TemplateOutcome::getOutcome)
                .containsExactly("completed");
    }

    @Test
    void aRefusedReportIsNamedAndKeptSealed() throws Exception {
        // Given
        String bad = outcome("o-bad", "\"user\":\"jane\"").replace("failed", "lost");

        // When
        RunningIngest.Answer answer = post(OUTCOMES, bad);

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/rejected/0/taskId").asText()).isEqualTo("o-bad");
        assertThat(answer.json().at("/rejected/0/reason").asText()).isEqualTo("invalid_value");
        FailedEvent kept = topics.values(Topics.FAILED_EVENTS).stream()
                .filter(one -> one.getEventId().equals("o-bad"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.getFormat()).isEqualTo("template-outcome");
        byte[] sealed = new byte[kept.getPayload().remaining()];
        kept.getPayload().duplicate().get(sealed);
        assertThat(new String(new PayloadCipher(pseudonyms).open(sealed), StandardCharsets.UTF_8))
                .isEqualTo(bad);
    }

    @Test
    void aCheckResultCountsForItsOwnersAndWhatIsAboveThem() throws Exception {
        // When
        RunningIngest.Answer answer = post(
                RESULTS,
                result("c-owned", "\"owner\":\"payments\",\"track\":\"security\",\"level\":\"gold\",\"fact\":1.50"),
                result("c-more", "\"owner\":\"group:default/stray\",\"owners\":[\"group:default/payments\"]"),
                result("c-none", "\"fact\":\"https://x.example/a?token=1\""));

        // Then
        assertThat(answer.body()).isEqualTo("{\"accepted\":3,\"rejected\":[]}");
        CheckResult owned = resultOf("c-owned");
        assertThat(owned.getTeams()).containsExactly("group:default/commerce", "group:default/payments", "org");
        assertThat(owned.getEntity()).isEqualTo("component:default/cart");
        assertThat(owned.getTrack()).isEqualTo("security");
        assertThat(owned.getLevel()).isEqualTo("gold");
        assertThat(owned.getFact()).isEqualTo("1.5");
        assertThat(owned.getPassed()).isTrue();
        assertThat(resultOf("c-more").getTeams())
                .containsExactly("group:default/commerce", "group:default/payments", "group:default/stray", "org");
        assertThat(resultOf("c-none").getTeams()).containsExactly("org", "unassigned");
        assertThat(resultOf("c-none").getFact()).isEqualTo("https://x.example/a");
        assertThat(keys(Topics.CHECK_RESULTS)).contains("c-owned|component:default/cart|" + ended);
    }

    @Test
    void gzipIsTakenAndEachFormatsCountsAddUp() throws Exception {
        // Given
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    ("{\"results\":[" + result("c-gzip", "\"level\":\"\"") + ",7]}").getBytes(StandardCharsets.UTF_8));
        }

        // When
        RunningIngest.Answer answer = ingest.post(
                RESULTS, HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()), "Content-Encoding", "gzip");

        // Then
        assertThat(answer.status()).isEqualTo(207);
        assertThat(resultOf("c-gzip").getLevel()).isEmpty();
        String metrics = ingest.get("/metrics").body();
        double accepted = meter(metrics, "footlights_ingest_accepted_total");
        assertThat(accepted).isPositive();
        assertThat(meter(metrics, "footlights_ingest_received_total"))
                .isEqualTo(accepted + meter(metrics, "footlights_ingest_rejected_total"));
    }

    private RunningIngest.Answer post(String path, String... elements) throws Exception {
        return ingest.post(path, "[" + String.join(",", elements) + "]");
    }

    private String outcome(String task, String more) {
        return "{\"taskId\":\"" + task + "\",\"template\":\"Service\",\"outcome\":\"failed\"," + "\"finishedAt\":\""
                + ended.atOffset(ZoneOffset.ofHours(1)) + "\"," + more + "}";
    }

    private String result(String check, String more) {
        return "{\"check\":\"" + check + "\",\"entity\":\"Component:default/Cart\",\"passed\":true,"
                + "\"checkedAt\":\"" + ended + "\"," + more + "}";
    }

    private TemplateOutcome outcomeOf(String task) {
        return topics.values(Topics.TEMPLATE_OUTCOMES).stream()
                .filter(one -> one.getTask().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private CheckResult resultOf(String check) {
        return topics.values(Topics.CHECK_RESULTS).stream()
                .filter(one -> one.getCheck().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private List<String> keys(TopicDefinition<?> topic) {
        return topics.records(topic).stream().map(one -> one.key()).toList();
    }

    private String bytes(TopicDefinition<?> topic) {
        StringBuilder all = new StringBuilder();
        topics.records(topic).forEach(one -> all.append(new String(one.value(), StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    private String pseudonym(String user) {
        return pseudonyms.ofUser(EntityRef.user(user).orElseThrow());
    }

    private static double meter(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains("format=\"check-result\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
