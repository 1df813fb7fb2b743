package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A template's success rate isn't told where too few people's tasks make up one of its parts: completed tasks are told, and by the rate
 * it could be worked out how many failed.
 */
class TemplateRateWithholdingTest {
    private static final String FEW_FAILED = "template:default/few-failed";
    private static final String FEW_COMPLETED = "template:default/few-completed";
    private static final String NONE_FAILED = "template:default/none-failed";
    private static final String ENOUGH_FAILED = "template:default/enough-failed";
    private static final ApiUnderTest api = FilledStore.of("template_rates", "UTC", TemplateRateWithholdingTest::fill)
            .api(5, "2026-11-28T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        List<ItemUse> runs = new ArrayList<>();
        ended(tables, runs, FEW_FAILED, 7, 1);
        ended(tables, runs, FEW_COMPLETED, 2, 9);
        ended(tables, runs, NONE_FAILED, 6, 0);
        ended(tables, runs, ENOUGH_FAILED, 6, 6);
        tables.loadItems(runs);
    }

    /** Each by another person, in the first week of November. */
    private static void ended(Tables tables, List<ItemUse> runs, String template, int completed, int failed)
            throws SQLException {
        for (int actor = 1; actor <= completed + failed; actor++) {
            String outcome = actor <= completed ? "completed" : "failed";
            runs.add(ItemUse.run(actor, "2026-11-03T10:00:00Z", template, 0, "org"));
            tables.outcome(template + actor, template, actor, outcome, "2026-11-03T10:05:00Z", "org");
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aRateThatTellsAPartOfFewIsWithheld() {
        JsonNode rows =
                api.json("/api/v1/templates?from=2026-11-02&to=2026-11-08").get("rows");
        assertThat(rows)
                .extracting(row -> row.get("template").asText() + " " + row.get("runs") + " " + row.get("successRate")
                        + " " + row.get("successRateWithheld"))
                .containsExactly(
                        ENOUGH_FAILED + " 12 0.5 false",
                        FEW_COMPLETED + " 11 null true",
                        FEW_FAILED + " 8 null true",
                        NONE_FAILED + " 6 1.0 false");
    }

    @Test
    void thePartsThemselvesAreToldByTheirPeople() {
        JsonNode rows = api.json("/api/v1/templates/funnel?from=2026-11-02&to=2026-11-08")
                .get("rows");
        assertThat(rows)
                .extracting(row -> row.get("template").asText() + " "
                        + row.get("stages").get(row.get("stages").size() - 1).get("events") + " "
                        + row.get("failed").get("events"))
                .containsExactly(
                        ENOUGH_FAILED + " 6 6",
                        FEW_COMPLETED + " null 9",
                        FEW_FAILED + " 7 null",
                        NONE_FAILED + " 6 0");
    }
}
