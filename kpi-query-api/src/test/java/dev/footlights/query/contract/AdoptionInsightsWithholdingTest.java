package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard is told nothing about fewer than five people, in shapes that it can still read. */
class AdoptionInsightsWithholdingTest {
    private static final ApiUnderTest api = SmallGroupFacts.api();

    private static String insights(String query) {
        return api.get("/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-11-01&limit=100&" + query)
                .body();
    }

    @Test
    void aCountOfFewUsersIsNull() {
        assertThat(insights("type=total_users"))
                .isEqualTo("{\"data\":[{\"logged_in_users\":6,\"licensed_users\":14}]}");
        String day = "/api/adoption-insights/events?type=total_users&start_date=2026-10-20&end_date=2026-10-20";
        assertThat(api.get(day).body()).isEqualTo("{\"data\":[{\"logged_in_users\":null,\"licensed_users\":14}]}");
        assertThat(api.get(day + "&format=csv").body()).isEqualTo("logged_in_users,licensed_users\r\n,14\r\n");
    }

    @Test
    void aBucketOfFewIsLeftOutAndNewIsHiddenWithReturning() {
        // In the first week only 6 is new; the second is of two people, and the third can't be told from it
        assertThat(insights("type=active_users"))
                .isEqualTo("{\"grouping\":\"weekly\",\"data\":["
                        + "{\"date\":\"2026-10-12T00:00:00+00\",\"total_users\":6,\"new_users\":null,"
                        + "\"returning_users\":null}]}");
    }

    @Test
    void aTrendLeavesOutWhatWouldTellOfFew() {
        assertThat(insights("type=top_plugins"))
                .isEqualTo(
                        "{\"grouping\":\"weekly\",\"data\":["
                                + "{\"plugin_id\":\"techdocs\",\"visit_count\":16,"
                                + "\"trend\":[{\"date\":\"2026-10-12T00:00:00+00\",\"count\":10}],\"trend_percentage\":\"0.00\"},"
                                + "{\"plugin_id\":\"software-catalog\",\"visit_count\":10,"
                                + "\"trend\":[{\"date\":\"2026-10-12T00:00:00+00\",\"count\":10}],\"trend_percentage\":\"0.00\"}]}");
        // One search in the second week, with which the third goes
        assertThat(insights("type=top_searches"))
                .isEqualTo("{\"grouping\":\"weekly\",\"data\":[{\"date\":\"2026-10-12T00:00:00+00\",\"count\":11}]}");
        // A day of one person
        assertThat(api.get("/api/adoption-insights/events?start_date=2026-10-21&end_date=2026-10-21&type=top_searches")
                        .body())
                .isEqualTo("{\"data\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top_templates | entityref | template:default/checked template:default/mixed",
                "top_techdocs | name | pay",
                "top_catalog_entities | name | pay"
            })
    void itemsOfFewAreLeftOut(String type, String field, String expected) {
        assertThat(ApiUnderTest.parse(insights("type=" + type)).get("data"))
                .extracting(row -> row.get(field).asText())
                .containsExactly(expected.split(" ", -1));
    }
}
