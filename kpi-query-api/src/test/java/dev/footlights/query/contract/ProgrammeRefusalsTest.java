package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that is sent to the routes of the programme becomes a part of a statement. */
class ProgrammeRefusalsTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    @Test
    void hostileParametersAreRefused() {
        String body = "{\"id\": \"asked\", \"title\": \"T\", \"firstDay\": \"2020-01-02\"}";
        assertThat(api.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        String value = URLEncoder.encode("' OR 1=1 --", StandardCharsets.UTF_8);
        for (String target : List.of(
                "/api/v1/onboarding?team=",
                "/api/v1/onboarding?path=",
                "/api/v1/onboarding?zone=",
                "/api/v1/champions?feature=",
                "/api/v1/champions?limit=",
                "/api/v1/annotations?from=",
                "/api/v1/annotations/asked/lift?kpi=",
                "/api/v1/annotations/asked/lift?weeks=",
                "/api/v1/surveys/developer-pulse?granularity=",
                "/api/v1/checks?team=",
                "/api/v1/checks?weeks=",
                "/api/v1/data-health?to=")) {
            assertThat(api.get(target + value).statusCode()).as(target).isIn(400, 404);
        }
        assertThat(api.json("/api/v1/checks?track=" + value).get("total").asInt())
                .isZero();
        assertThat(api.send("DELETE", "/api/v1/annotations/asked", "").statusCode())
                .isEqualTo(204);
    }
}
