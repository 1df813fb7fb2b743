package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed for those invited beyond what changed for the others. */
class LiftTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    /** Changes per person and week: 1, 2, 3 of those invited, 0, 0, 1 of the others. */
    @Test
    void theLiftIsTheDifferenceOfTheChanges() {
        String body = """
                {"id": "demo", "title": "Demo", "kind": "demo", "firstDay": "2026-10-12", "teams": ["dept-a"],
                 "features": ["techdocs"]}""";
        assertThat(api.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        JsonNode lift = api.json("/api/v1/annotations/demo/lift?kpi=events&weeks=2");
        assertThat(lift.get("feature").asText()).isEqualTo("techdocs");
        assertThat(lift.get("lift").asDouble()).isCloseTo(5.0 / 3, within(1e-9));
        assertThat(lift.get("degreesOfFreedom").asDouble()).isCloseTo(3.2, within(1e-9));
        double middle = (lift.get("low").asDouble() + lift.get("high").asDouble()) / 2;
        assertThat(middle).isCloseTo(5.0 / 3, within(1e-9));
        // The quantile of 3.2 degrees lies between those of 3 and 4, 3.182 and 2.776; times the error, 2/3.
        assertThat(lift.get("high").asDouble() - middle).isBetween(2.776 * 2 / 3, 3.182 * 2 / 3);
        assertThat(lift.at("/invited/before").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(lift.at("/invited/after").asDouble()).isCloseTo(3, within(1e-9));
        assertThat(lift.at("/others/change").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
        // Everybody was active in one of the two weeks, before and after.
        assertThat(api.json("/api/v1/annotations/demo/lift?kpi=adoption-rate&weeks=2")
                        .at("/invited/after")
                        .asDouble())
                .isCloseTo(0.5, within(1e-9));
        assertThat(api.json("/api/v1/annotations/demo/lift?weeks=6").get("why").asText())
                .contains("aren't over");
        // Of the others nobody searched; of those invited six.
        assertThat(api.json("/api/v1/annotations/demo/lift?kpi=events&feature=search&weeks=2")
                        .get("lift")
                        .isNumber())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"everybody | [] | nobody to compare with", "few | [\"a1\", \"a2\"] | 3 teams of enough people"})
    void aLiftIsRefusedWithItsReason(String id, String teams, String why) {
        String body =
                "{\"id\": \"%s\", \"title\": \"T\", \"firstDay\": \"2026-10-12\", \"teams\": %s}".formatted(id, teams);
        assertThat(api.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        JsonNode lift = api.json("/api/v1/annotations/" + id + "/lift?weeks=2");
        assertThat(lift.get("lift").isNull()).isTrue();
        assertThat(lift.get("why").asText()).contains(why);
    }
}
