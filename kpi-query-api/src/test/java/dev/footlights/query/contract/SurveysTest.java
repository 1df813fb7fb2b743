package dev.footlights.query.contract;

import static dev.footlights.query.contract.ProgrammeFacts.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What people answered. */
class SurveysTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    /** The last answers are five times 5 and a 4, of seven people of the organisation one more a 2. */
    @Test
    void surveys() {
        JsonNode answer = api.json("/api/v1/surveys/developer-pulse?team=dept-a&granularity=week&" + OCTOBER);
        JsonNode satisfaction = answer.at("/questions/0");
        assertThat(satisfaction.get("answers").asInt()).isEqualTo(7);
        assertThat(satisfaction.get("responseRate").asDouble()).isEqualTo(7.0 / 15);
        assertThat(satisfaction.get("mean").asDouble()).isEqualTo(31.0 / 7);
        assertThat(satisfaction.get("distribution"))
                .allMatch(row -> row.get("withheld").asBoolean());
        // One answer in the week of the 26th: it and the six others are kept back, or total less the rest would tell
        // it.
        assertThat(satisfaction.get("trend"))
                .filteredOn(row -> row.get("withheld").asBoolean())
                .hasSize(2);
        assertThat(answer.at("/questions/1/nps").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/questions/2/texts")).hasSize(6);
        assertThat(api.json("/api/v1/surveys/developer-pulse?from=2026-10-28&to=2026-10-28")
                        .at("/questions/0/mean")
                        .isNull())
                .isTrue();
        assertThat(api.json("/api/v1/surveys").get("total").asInt()).isEqualTo(1);
        assertThat(api.get("/api/v1/surveys/pulse").body()).contains("unknown-survey", "developer-pulse");
    }
}
