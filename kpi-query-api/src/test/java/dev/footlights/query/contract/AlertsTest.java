package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Rules are held against the figures, and whoever is to know is told once. */
class AlertsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** 23 people came in week 46 and 19 in week 47: 17 % fewer. Lager went from 8 to nobody. */
    private static final String RULES = """
            alerts:
              check-every: PT0.3S
              rules:
                - {id: drop-15, name: People stay away, kind: drop, kpi: active-users, percent: 15, channels: [chat]}
                - {id: drop-18, kind: drop, kpi: active-users, percent: 18, channels: [chat]}
                - {id: below-20, kind: below, kpi: active-users, limit: 20, channels: [chat], muted: true}
                - {id: above-20, kind: above, kpi: active-users, limit: 20, channels: [chat]}
                - {id: lager-silent, kind: silence, kpi: events, team: "%s", silent-for: 5d, channels: [chat]}
                - {id: all-silent, kind: silence, kpi: events, silent-for: 7d, channels: [chat]}
            """.formatted(ReportFacts.LAGER);

    private static String settings(WebhookUnderTest chat, int floor) {
        return "privacy: {minimum-group-size: " + floor + "}\n"
                + "page-url: https://portal.example.org\n"
                + "delivery: {signing-key: 0123456789abcdef, settle: PT0.3S}\n"
                + "channels: [{name: chat, webhook: \"" + chat.url("/") + "\"}]\n" + RULES;
    }

    /** With one rule instead. */
    private static String settings(WebhookUnderTest chat, int floor, String rule) {
        return settings(chat, floor).replaceAll("(?s)  rules:.*", "  rules: [" + rule + "]\n");
    }

    private static ApiUnderTest service(ClickHouseUnderTest.Store store, Instant now, String yaml) {
        return ReportFacts.service(store, Clock.fixed(now, ZoneOffset.UTC), yaml);
    }

    private static JsonNode rule(ApiUnderTest api, String id) {
        return api.json("/api/v1/alerts")
                .get("rows")
                .valueStream()
                .filter(row -> row.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(WebhookUnderTest chat) {
        return chat.posts().stream()
                .map(post -> ApiUnderTest.parse(post.split(" ", 2)[1])
                        .get("text")
                        .asText()
                        .replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void rulesAreEvaluatedAndToldOnce() throws Exception {
        ClickHouseUnderTest.Store store = ReportFacts.store("alerts_told", ReportFacts.MONDAY);
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> 200)) {
            ApiUnderTest api = service(store, ReportFacts.NOW, settings(chat, 0));
            try {
                assertThat(rule(api, "drop-15").get("state").asText()).isEqualTo("firing");
                assertThat(rule(api, "drop-18").get("state").asText()).isEqualTo("ok");
                assertThat(rule(api, "below-20").get("state").asText()).isEqualTo("firing");
                assertThat(rule(api, "above-20").get("state").asText()).isEqualTo("ok");
                assertThat(rule(api, "lager-silent").get("state").asText()).isEqualTo("firing");
                assertThat(rule(api, "all-silent").get("state").asText()).isEqualTo("ok");
                assertThat(rule(api, "drop-15").get("value").asInt()).isEqualTo(19);
                assertThat(rule(api, "drop-15").get("previous").asInt()).isEqualTo(23);
                await().atMost(PATIENCE).until(() -> chat.posts().size() == 2);
                assertThat(texts(chat))
                        .anyMatch(text -> text.contains("*Alert: People stay away*")
                                && text.contains("19 people, in the one before 23 people (−17 %)"))
                        .anyMatch(text -> text.contains("*Alert: lager-silent*"));
                TimeUnit.SECONDS.sleep(2);
                assertThat(chat.posts()).hasSize(2);
            } finally {
                api.close();
                api.stop();
            }
            // A service that starts anew tells nothing again.
            ApiUnderTest again = service(store, ReportFacts.NOW.plusSeconds(600), settings(chat, 0));
            try {
                TimeUnit.SECONDS.sleep(3);
                assertThat(chat.posts()).hasSize(2);
            } finally {
                again.close();
                again.stop();
            }
        }
    }

    @Test
    void aMutedRuleIsToldOnceTheMuteEnds() throws Exception {
        ClickHouseUnderTest.Store store = ReportFacts.store("alerts_muted", ReportFacts.MONDAY);
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> 200)) {
            String yaml = settings(chat, 0).replaceAll("(?m)^    - \\{id: (drop-18|above-20|lager|all|below).*\n", "");
            // Muted by the settings as long as it isn't muted otherwise
            ApiUnderTest first =
                    service(store, ReportFacts.NOW, yaml.replace("percent: 15,", "percent: 15, muted: true,"));
            try {
                String mute = "/api/v1/alerts/drop-15/mute?until=";
                assertThat(first.send("POST", mute + "2026-11-30T08:00:00Z", "").statusCode())
                        .isEqualTo(200);
                assertThat(first.send("POST", mute + "2026-11-01", "").statusCode())
                        .isEqualTo(400);
                assertThat(first.send("POST", "/api/v1/alerts/drop-51/mute?until=2026-11-30", "")
                                .statusCode())
                        .isEqualTo(404);
                assertThat(first.send("POST", "/api/v1/alerts/drop-15/unmute", "")
                                .statusCode())
                        .isEqualTo(409);
            } finally {
                first.close();
                first.stop();
            }
            ApiUnderTest api = service(store, ReportFacts.NOW, yaml);
            try {
                assertThat(rule(api, "drop-15").get("muted").asBoolean()).isTrue();
                TimeUnit.SECONDS.sleep(3);
                assertThat(chat.posts()).isEmpty();
                assertThat(api.send("POST", "/api/v1/alerts/drop-15/unmute", "").statusCode())
                        .isEqualTo(200);
                await().atMost(PATIENCE).until(() -> chat.posts().size() == 1);
            } finally {
                api.close();
                api.stop();
            }
        }
    }

    /** 19 people are above 18; a week later nobody has come any more. */
    @Test
    void thatAnAlertIsOverIsToldOnceToo() throws Exception {
        ClickHouseUnderTest.Store store = ReportFacts.store("alerts_over", ReportFacts.MONDAY);
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> 200)) {
            String yaml = settings(
                    chat, 0, "{id: crowd, name: A crowd, kind: above, kpi: active-users, limit: 18, channels: [chat]}");
            ApiUnderTest busy = service(store, ReportFacts.NOW, yaml);
            try {
                await().atMost(PATIENCE).until(() -> chat.posts().size() == 1);
            } finally {
                busy.close();
                busy.stop();
            }
            new Tables(store, ZoneOffset.UTC).asOf("2026-11-30T08:59:00Z");
            ApiUnderTest quiet = service(store, ReportFacts.NOW.plus(Duration.ofDays(7)), yaml);
            try {
                await().atMost(PATIENCE).until(() -> chat.posts().size() == 2);
                assertThat(rule(quiet, "crowd").get("state").asText()).isEqualTo("ok");
                assertThat(texts(chat).getFirst()).contains("*Alert: A crowd*", "19 people");
                assertThat(texts(chat).getLast()).contains("A crowd", "is over", "0 people");
                TimeUnit.SECONDS.sleep(2);
                assertThat(chat.posts()).hasSize(2);
            } finally {
                quiet.close();
                quiet.stop();
            }
        }
    }

    /** Dach has three people; with a floor of five nothing can be told of it, and nothing is. */
    @Test
    void aWithheldFigureBreaksNoRule() throws Exception {
        ClickHouseUnderTest.Store store = ReportFacts.store("alerts_withheld", ReportFacts.MONDAY);
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> 200)) {
            String yaml = settings(
                    chat,
                    5,
                    "{id: dach, kind: below, kpi: active-users, team: \"" + ReportFacts.DACH
                            + "\", limit: 4, channels: [chat]}");
            ApiUnderTest api = service(store, ReportFacts.NOW, yaml);
            try {
                JsonNode dach = rule(api, "dach");
                assertThat(dach.get("state").asText()).isEqualTo("cannot-tell");
                assertThat(dach.get("value").isNull()).isTrue();
                assertThat(dach.get("withheld").asBoolean()).isTrue();
                TimeUnit.SECONDS.sleep(2);
                assertThat(chat.posts()).isEmpty();
            } finally {
                api.close();
                api.stop();
            }
        }
    }
}
