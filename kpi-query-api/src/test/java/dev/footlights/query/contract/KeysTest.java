package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With keys set, reading takes any of them and writing one with the scope admin; and progress equals a naive count. */
class KeysTest {
    private static final String READER = "Bearer reader-key-of-many-characters";
    private static final String ADMIN = "Bearer admin-key-of-many-characters";
    private static final List<String> KEYS =
            List.of("page=reader-key-of-many-characters", "lead:admin=admin-key-of-many-characters");

    @Test
    void readingTakesAKeyAndWritingTheScope() throws Exception {
        ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store("keys");
        Instant now = Instant.parse("2026-11-20T00:00:00Z");
        try (ApiUnderTest api = new ApiUnderTest(store.settings(), ZoneId.of("UTC"), 5, now, KEYS)) {
            String path = "/api/v1/annotations";
            String body = "{\"id\": \"a\", \"title\": \"T\", \"firstDay\": \"2026-01-01\"}";
            assertThat(api.get(path).statusCode()).isEqualTo(401);
            assertThat(api.get("/api/v1/kpis").statusCode()).isEqualTo(401);
            assertThat(api.get(path, "Authorization", READER).statusCode()).isEqualTo(200);
            assertThat(api.send("POST", path, body).statusCode()).isEqualTo(401);
            assertThat(api.send("POST", path, body, "Authorization", READER).statusCode())
                    .isEqualTo(403);
            assertThat(api.send("POST", path, body, "Authorization", ADMIN).statusCode())
                    .isEqualTo(201);
            for (String method : List.of("PUT", "DELETE")) {
                assertThat(api.send(method, path + "/a", body, "Authorization", READER)
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(api.send("DELETE", path + "/a", "", "Authorization", ADMIN)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(api.get("/openapi.yaml").statusCode()).isEqualTo(200);
        }
    }

    /** Random uses by people of whom every second one is in the roster, against plain loops. */
    @Test
    void progressEqualsANaiveCount() throws Exception {
        List<Use> uses = RandomUses.of(new Random(20_261_125L), 150);
        ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store("progress");
        Tables tables = new Tables(store, ZoneId.of("UTC"));
        tables.team("org", "Everyone", "", true);
        for (int actor = 0; actor < 15; actor += 2) {
            tables.person(actor, true, "org");
        }
        tables.load(uses);
        Instant end = Instant.parse("2026-11-01T00:00:00Z");
        try (ApiUnderTest api =
                new ApiUnderTest(store.settings(), ZoneId.of("UTC"), 0, Instant.parse("2026-11-20T00:00:00Z"))) {
            JsonNode answer = api.json("/api/v1/onboarding?to=2026-10-31");
            Set<String> unlocked = new HashSet<>();
            Map<Integer, Set<String>> byPerson = new HashMap<>();
            Set<String> checklist = new HashSet<>();
            answer.get("features")
                    .forEach(row -> checklist.add(row.get("feature").asText()));
            for (Use use : uses) {
                if (use.at().isBefore(end) && use.teams().contains("org") && checklist.contains(use.feature())) {
                    unlocked.add(use.feature());
                    if (use.actor() % 2 == 0 && use.actor() < 15) {
                        byPerson.computeIfAbsent(use.actor(), key -> new HashSet<>())
                                .add(use.feature());
                    }
                }
            }
            long steps = 0;
            for (Set<String> features : byPerson.values()) {
                steps += features.size();
            }
            assertThat(unlocked).isNotEmpty();
            assertThat(answer.get("unlocked").asInt()).isEqualTo(unlocked.size());
            assertThat(answer.get("progress").asDouble()).isEqualTo(steps / (8.0 * checklist.size()));
            for (JsonNode row : answer.get("features")) {
                long people = 0;
                for (Set<String> features : byPerson.values()) {
                    people += features.contains(row.get("feature").asText()) ? 1 : 0;
                }
                assertThat(row.get("people").asLong()).isEqualTo(people);
            }
            assertThat(api.json("/api/v1/onboarding/people?to=2026-10-31").get("rows"))
                    .allMatch(row -> row.get("unlocked").size() <= checklist.size());
        }
    }
}
