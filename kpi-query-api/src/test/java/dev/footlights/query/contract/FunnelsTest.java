package dev.footlights.query.contract;

import static dev.footlights.query.contract.ListFacts.DAYS;
import static dev.footlights.query.contract.ListFacts.PAYMENTS;
import static dev.footlights.query.contract.ListFacts.SALES;
import static dev.footlights.query.contract.ListFacts.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many people go from step to step. */
class FunnelsTest {
    private static final ApiUnderTest api = ListFacts.api();

    private static List<String> funnel(String query) {
        List<String> rows = new ArrayList<>();
        api.json("/api/v1/funnel?" + DAYS + query)
                .get("rows")
                .forEach(row -> rows.add(String.join(
                        " ",
                        row.get("team").asText(),
                        row.get("number").asText(),
                        row.get("people").asText(),
                        row.get("shareOfPrevious").asText(),
                        row.get("shareOfFirst").asText(),
                        row.get("medianSeconds").asText())));
        return rows;
    }

    @Test
    void aFunnelFollowsPeopleFromStepToStep() {
        // 3 was at the first step before opening and isn't counted as going on; waits of 5 and 28, of 5 and 2 minutes
        assertThat(funnel("&steps=templates:open,templates:step-1,templates:create:" + SERVICE))
                .containsExactly("org 1 4 null 1.0 null", "org 2 2 0.5 0.5 990.0", "org 3 2 1.0 0.5 210.0");
        assertThat(funnel("&step=templates:open&step=search:search:payments&team=" + PAYMENTS))
                .containsExactly(PAYMENTS + " 1 2 null 1.0 null", PAYMENTS + " 2 2 1.0 1.0 382800.0");
        assertThat(funnel("&steps=kubernetes,templates"))
                .containsExactly("org 1 0 null null null", "org 2 0 null null null");
        // Any feature: 1 was first there at opening, which is no earlier than itself; 2 was there at 8:00 and opened at
        // 10:30
        assertThat(funnel("&steps=*,templates:open&team=" + PAYMENTS).getLast())
                .isEqualTo(PAYMENTS + " 2 2 1.0 1.0 4500.0");
    }

    @Test
    void funnelsOfEachTeamStandBesideEachOther() {
        assertThat(funnel("&steps=templates:open,templates:create&groupBy=team&team=" + SALES + "," + PAYMENTS))
                .containsExactly(
                        SALES + " 1 1 null 1.0 null",
                        SALES + " 2 1 1.0 1.0 1800.0",
                        PAYMENTS + " 1 2 null 1.0 null",
                        PAYMENTS + " 2 2 1.0 1.0 1200.0");
        JsonNode all = api.json("/api/v1/funnel?steps=search,home&groupBy=team&limit=4&" + DAYS);
        assertThat(all.get("total").asInt()).isEqualTo(12);
        assertThat(all.get("rows")).hasSize(4);
    }
}
