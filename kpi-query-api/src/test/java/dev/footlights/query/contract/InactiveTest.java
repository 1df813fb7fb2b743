package dev.footlights.query.contract;

import static dev.footlights.query.contract.ListFacts.DAYS;
import static dev.footlights.query.contract.ListFacts.IDLE;
import static dev.footlights.query.contract.ListFacts.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What and who wasn't active. */
class InactiveTest {
    private static final ApiUnderTest api = ListFacts.api();

    @Test
    void whatNobodyUsedIsListedWithItsLastUse() {
        JsonNode answer = api.json("/api/v1/inactive?" + DAYS);
        assertThat(answer.get("features"))
                .extracting(feature -> feature.get("feature").asText())
                .contains("kubernetes", "cost", "home")
                .doesNotContain("templates", "techdocs", "search", "ci-cd", "software-catalog", "my-plugin");
        assertThat(lastUse(answer, "kubernetes").isNull()).isTrue();
        assertThat(lastUse(answer, "cost").asText()).isEqualTo("2026-09-01");
        assertThat(lastUse(api.json("/api/v1/inactive?zone=Europe/Paris&" + DAYS), "cost")
                        .asText())
                .isEqualTo("2026-09-02");
        assertThat(answer.get("rows").toString())
                .isEqualTo("[{\"team\":\"group:default/idle\",\"title\":\"Idle\",\"headcount\":1,"
                        + "\"lastUse\":null,\"withheld\":false},"
                        + "{\"team\":\"group:default/late\",\"title\":\"Late\",\"headcount\":1,"
                        + "\"lastUse\":\"2026-10-27\",\"withheld\":false}]");
        JsonNode payments = api.json("/api/v1/inactive?team=" + PAYMENTS + "&" + DAYS);
        assertThat(payments.get("rows")).hasSize(1);
        assertThat(payments.get("features")).hasSizeLessThan(20).hasSizeGreaterThan(5);
        assertThat(api.json("/api/v1/inactive?team=" + IDLE + "&" + DAYS).get("rows"))
                .isEmpty();
    }

    private static JsonNode lastUse(JsonNode answer, String feature) {
        for (JsonNode each : answer.get("features")) {
            if (each.get("feature").asText().equals(feature)) {
                return each.get("lastUse");
            }
        }
        throw new AssertionError(feature + " is not in " + answer);
    }
}
