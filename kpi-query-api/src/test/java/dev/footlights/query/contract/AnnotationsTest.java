package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations are kept as they were written, or refused. */
class AnnotationsTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    /** The clock stands still, so all changes come in the same millisecond. */
    @Test
    void changesOfOneMillisecondKeepTheirOrder() {
        String body = "{\"id\": \"talk\", \"title\": \"%s\", \"kind\": \"talk\", \"firstDay\": \"2025-01-01\","
                + " \"note\": \"a\\nb 😀\", \"link\": \"https://example.org/x\"}";
        assertThat(api.send("POST", "/api/v1/annotations", body.formatted("0"))
                        .headers()
                        .firstValue("Location"))
                .contains("/api/v1/annotations/talk");
        assertThat(api.send("POST", "/api/v1/annotations", body.formatted("0")).statusCode())
                .isEqualTo(409);
        for (int change = 1; change <= 5; change++) {
            String title = Integer.toString(change);
            assertThat(api.send("PUT", "/api/v1/annotations/talk", body.formatted(title))
                            .statusCode())
                    .isEqualTo(200);
            JsonNode told = api.json("/api/v1/annotations/talk");
            assertThat(told.get("title").asText()).isEqualTo(title);
            assertThat(told.get("note").asText()).isEqualTo("a\nb 😀");
        }
        assertThat(api.json("/api/v1/annotations?from=2025-01-01&to=2025-01-01&team=a1")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.json("/api/v1/annotations?to=2024-12-31").get("total").asInt())
                .isZero();
        assertThat(api.send("DELETE", "/api/v1/annotations/talk", "").statusCode())
                .isEqualTo(204);
        assertThat(api.send("DELETE", "/api/v1/annotations/talk", "").statusCode())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/annotations/talk").statusCode()).isEqualTo(404);
        assertThat(api.send("POST", "/api/v1/annotations", body.formatted("again"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(api.json("/api/v1/annotations/talk").get("title").asText()).isEqualTo("again");
        assertThat(api.send("DELETE", "/api/v1/annotations/talk", "").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"title\": \"T\"}",
                "{\"firstDay\": \"2026-01-01\"}",
                "{\"title\": \"T\", \"title\": \"U\", \"firstDay\": \"2026-01-01\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-02-30\"}",
                "{\"title\": \"T\", \"firstDay\": \"1999-02-03\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"lastDay\": \"2026-01-01\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"lastDay\": \"2027-01-02\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"kind\": \"party\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"link\": \"javascript:alert(1)\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"link\": \"https://u:p@example.org\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"teams\": [1]}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"teams\": \"a1\"}",
                "{\"title\": \"T\\u0000\", \"firstDay\": \"2026-01-02\"}",
                "{\"title\": \"T\\ud800\", \"firstDay\": \"2026-01-02\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"id\": \"../x\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"color\": \"red\"}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}",
            })
    void whatIsNoAnnotationIsRefused(String body) {
        HttpResponse<String> response = api.send("POST", "/api/v1/annotations", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }

    @Test
    void hostileTextsAreKeptAsTheyAre() {
        String title = "'); DROP TABLE annotations; -- \\\\ ? {x:String} <script>";
        String body = "{\"id\": \"hostile\", \"title\": \"" + title + "\", \"firstDay\": \"2020-01-02\"}";
        assertThat(api.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        assertThat(api.json("/api/v1/annotations/hostile").get("title").asText())
                .isEqualTo(title.replace("\\\\", "\\"));
        assertThat(api.send(
                                "POST",
                                "/api/v1/annotations",
                                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\"," + " \"teams\": [\"a9\"]}")
                        .body())
                .contains("unknown-team");
        assertThat(api.send("DELETE", "/api/v1/annotations/hostile", "").statusCode())
                .isEqualTo(204);
    }
}
