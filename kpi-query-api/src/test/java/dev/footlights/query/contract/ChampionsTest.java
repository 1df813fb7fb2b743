package dev.footlights.query.contract;

import static dev.footlights.query.contract.ProgrammeFacts.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which team could show a feature to which other. */
class ChampionsTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    /** All of a1 searched, one of a2, nobody else. */
    @Test
    void championsAreMatchedWithinTheirDepartmentFirst() {
        JsonNode rows = api.json("/api/v1/champions?feature=search&" + OCTOBER).get("rows");
        assertThat(IntStream.range(0, rows.size())
                        .mapToObj(row -> rows.get(row).at("/weak/team").asText())
                        .toList())
                .containsExactly("a2", "a3", "b1", "b2", "b3");
        assertThat(rows).allMatch(row -> row.at("/strong/team").asText().equals("a1"));
        assertThat(rows.get(0).at("/weak/rate").isNull()).isTrue();
        assertThat(rows.get(0).get("gap").isNull()).isTrue();
        assertThat(rows.get(0).get("common").asText()).isEqualTo("dept-a");
        assertThat(rows.get(1).get("gap").asDouble()).isEqualTo(1);
        assertThat(rows.get(1).get("suggestion").asText())
                .isEqualTo("Ask Team a1 to show Search to Team a3: 100 % of the people there use it, here 0 %.");
        assertThat(api.json("/api/v1/champions?" + OCTOBER).get("rows")).hasSize(1);
    }

    @Test
    void aTeamIsToldThePairsItIsIn() {
        JsonNode weak = api.json("/api/v1/champions?team=a3&" + OCTOBER);
        assertThat(weak.get("team").asText()).isEqualTo("a3");
        assertThat(weak.get("rows")).hasSize(1);
        assertThat(weak.at("/rows/0/strong/team").asText()).isEqualTo("a1");
        assertThat(weak.at("/rows/0/weak/team").asText()).isEqualTo("a3");
        assertThat(api.json("/api/v1/champions?team=a1&feature=search&" + OCTOBER)
                        .get("rows"))
                .hasSize(5);
        assertThat(api.json("/api/v1/champions?team=org&" + OCTOBER).get("rows"))
                .hasSize(1);
        assertThat(api.get("/api/v1/champions?team=nobody&" + OCTOBER).statusCode())
                .isEqualTo(404);
    }
}
