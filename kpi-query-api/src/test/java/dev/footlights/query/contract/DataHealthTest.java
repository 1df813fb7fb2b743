package dev.footlights.query.contract;

import static dev.footlights.query.contract.ProgrammeFacts.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What became of every event. */
class DataHealthTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    @Test
    void theBooksBalance() {
        JsonNode health = api.json("/api/v1/data-health?" + OCTOBER);
        assertThat(health.get("received").asInt()).isEqualTo(102);
        assertThat(health.get("rejected").asInt()).isEqualTo(2);
        assertThat(health.get("late").asInt()).isEqualTo(4);
        assertThat(health.get("duplicate").asInt()).isEqualTo(6);
        assertThat(health.get("lagSeconds").asInt()).isEqualTo(60);
        assertThat(health.at("/equations/accepted/holds").asBoolean()).isTrue();
        assertThat(health.at("/equations/accepted/right").asInt()).isEqualTo(100);
        assertThat(health.at("/withoutTeam/share").asDouble()).isZero();
    }
}
