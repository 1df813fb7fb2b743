package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Which maturity checks pass. */
class ChecksTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    @Test
    void checksByWeek() {
        JsonNode answer = api.json("/api/v1/checks?to=2026-10-18&weeks=2");
        assertThat(answer.at("/overall/weeks/0/rate").asDouble()).isEqualTo(1.0 / 3);
        assertThat(answer.at("/overall/rate").asDouble()).isEqualTo(2.0 / 3);
        assertThat(answer.at("/overall/movement").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(answer.get("teams")).hasSize(2);
        assertThat(answer.at("/teams/0/rate").asDouble()).isEqualTo(1);
        assertThat(answer.get("rows")).hasSize(1);
        assertThat(answer.at("/rows/0/entity").asText()).isEqualTo("component:default/till");
        assertThat(api.json("/api/v1/checks?track=running").at("/overall/rate").asDouble())
                .isEqualTo(1);
    }
}
