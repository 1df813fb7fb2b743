package dev.footlights.query.contract;

import static dev.footlights.query.contract.ListFacts.DAYS;
import static dev.footlights.query.contract.ListFacts.SALES;
import static dev.footlights.query.contract.ListFacts.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What became of software templates. */
class TemplatesTest {
    private static final ApiUnderTest api = ListFacts.api();

    @Test
    void aTemplatesFunnelTellsWherePeopleStop() {
        JsonNode answer = api.json("/api/v1/templates/funnel?" + DAYS);
        assertThat(answer.get("rows")).hasSize(2);
        JsonNode service = answer.get("rows").get(0);
        assertThat(service.get("template").asText()).isEqualTo(SERVICE);
        assertThat(service.get("stages"))
                .extracting(stage -> stage.get("stage").asText() + " " + stage.get("people") + " " + stage.get("events")
                        + " " + stage.get("lost"))
                .containsExactly("open 3 3 null", "step-1 2 2 " + 1.0 / 3, "create 2 3 0.0", "completed 2 2 0.0");
        assertThat(service.get("restarts").toString()).isEqualTo("{\"people\":1,\"events\":1,\"withheld\":false}");
        assertThat(service.get("retries").get("events").asInt()).isEqualTo(1);
        assertThat(service.get("cancels").get("events").asInt()).isZero();
        assertThat(service.get("failed").get("events").asInt()).isEqualTo(1);
        assertThat(service.get("minutesSaved").asText()).isEqualTo("4");
        JsonNode library = answer.get("rows").get(1);
        assertThat(library.get("failed").isNull()).isTrue();
        assertThat(library.get("stages")).hasSize(3);
        assertThat(api.json("/api/v1/templates/funnel?template=Template:default/lib&" + DAYS)
                        .get("rows"))
                .hasSize(1);
        assertThat(api.json("/api/v1/templates/funnel?template=all&team=" + SALES + "&" + DAYS)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void templatesAreListedWithWhatBecameOfThem() {
        JsonNode rows = api.json("/api/v1/templates?" + DAYS).get("rows");
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"template\":\"template:default/svc\",\"runs\":3,\"people\":2,\"successRate\":" + 2.0 / 3
                        + ",\"successRateWithheld\":false,\"minutesSaved\":4,"
                        + "\"lastRun\":\"2026-10-20T11:00:00Z\"}");
        assertThat(rows.get(1).get("successRate").isNull()).isTrue();
    }
}
