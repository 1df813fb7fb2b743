package dev.footlights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.local.kafka.EmbeddedKafka;
import dev.footlights.schemas.avro.RosterEntry;
import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roster and the way to readiness, each with a broker of its own. */
class RosterServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TEAM = "kind: Group\nmetadata: {name: payments}\nspec: {parent: commerce}\n";
    private static final String JANE = "---\nkind: User\nmetadata: {name: jane}\nspec: {memberOf: [payments]}\n";
    private static final String JOE = "---\nkind: User\nmetadata: {name: joe}\nspec: {memberOf: [payments]}\n";

    private final InMemoryRegistry registry = InMemoryRegistry.withCatalogue();

    @Test
    void publishesWhatChangesAndMarksLeavers(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("org.yaml"), TEAM + JANE + JOE);
        Map<String, String> settings =
                Map.of("FOOTLIGHTS_ROSTER_CATALOG", dir.toString(), "FOOTLIGHTS_ROSTER_POLL_INTERVAL", "100ms");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir.resolve(".kafka"), 0, 0)) {
            TopicReader topics = new TopicReader(kafka.bootstrapServers(), registry);
            try (RunningIngest ingest = new RunningIngest(kafka.bootstrapServers(), registry, settings)) {
                await().atMost(PATIENCE).until(ingest::ready);
                assertThat(topics.values(Topics.TEAMS))
                        .extracting(TeamEntry::getTeam)
                        .containsExactlyInAnyOrder(
                                "org", "unassigned", "group:default/payments", "group:default/commerce");
                assertThat(topics.values(Topics.ROSTER)).hasSize(2).allMatch(RosterEntry::getActive);

                ingest.post(
                        "/v1/events",
                        "[" + Events.json("e", Map.of("user", "\"jane\"", "groups", "[\"group:default/x\"]")) + "]");
                UsageEvent event = topics.values(Topics.USAGE_EVENTS).getFirst();
                assertThat(event.getTeams()).containsExactly("group:default/commerce", "group:default/payments", "org");
                assertThat(event.getAttributedBy()).isEqualTo("roster");

                Files.writeString(file, "kind: [");
                await().atMost(PATIENCE)
                        .until(() -> ingest.get("/health/ready").body().contains("not YAML"));
                assertThat(ingest.ready()).isTrue();
            }
            Files.writeString(file, TEAM + JANE);
            try (RunningIngest ingest = new RunningIngest(kafka.bootstrapServers(), registry, settings)) {
                await().atMost(PATIENCE).until(ingest::ready);
                assertThat(topics.values(Topics.TEAMS)).hasSize(4);
                assertThat(latest(topics, "joe")).map(RosterEntry::getActive).contains(false);
                assertThat(latest(topics, "jane")).map(RosterEntry::getActive).contains(true);
                assertThat(topics.values(Topics.ROSTER)).hasSize(3);
            }
        }
    }

    @Test
    void waitsForKafkaAndHeals(@TempDir Path dir) throws Exception {
        int port = freePort();
        try (RunningIngest ingest = new RunningIngest("127.0.0.1:" + port, registry, Map.of())) {
            assertThat(ingest.get("/health/live").status()).isEqualTo(200);
            assertThat(ingest.get("/health/ready").status()).isEqualTo(503);
            RunningIngest.Answer answer = ingest.post("/v1/events", "[]");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
            try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, port, 0)) {
                await().atMost(PATIENCE).until(ingest::ready);
                assertThat(ingest.post("/v1/events", "[" + Events.json("e", Map.of()) + "]")
                                .status())
                        .isEqualTo(202);
                assertThat(kafka.bootstrapServers()).endsWith(":" + port);
            }
        }
    }

    @Test
    void aTopicWithAWrongPolicyKeepsItFromBeingReady(@TempDir Path dir) throws Exception {
        TopicDefinition<?> topic = Topics.USAGE_EVENTS;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, 0, 0)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                NewTopic wrong = new NewTopic(topic.name(), 2, (short) 1).configs(Map.of("cleanup.policy", "compact"));
                admin.createTopics(List.of(wrong)).all().get();
            }
            try (RunningIngest ingest = new RunningIngest(kafka.bootstrapServers(), registry, Map.of())) {
                await().atMost(PATIENCE)
                        .until(() -> ingest.get("/health/ready").body().contains("cleanup.policy is compact"));
                assertThat(ingest.ready()).isFalse();
            }
        }
    }

    private static Optional<RosterEntry> latest(TopicReader topics, String user) {
        String actor =
                new Pseudonyms(RunningIngest.KEY).ofUser(EntityRef.user(user).orElseThrow());
        return topics.values(Topics.ROSTER).stream()
                .filter(entry -> entry.getActor().equals(actor))
                .reduce((before, after) -> after);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
