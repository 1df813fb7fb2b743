package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The queries of the Adoption Insights dashboard, in its shapes. */
class AdoptionInsightsTest {
    private static final ApiUnderTest api = ListFacts.api();

    private static String insights(String query) {
        HttpResponse<String> response =
                api.get("/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-10-25&" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void theDashboardsQueriesHaveItsShapes() {
        assertThat(insights("type=total_users")).isEqualTo("{\"data\":[{\"logged_in_users\":4,\"licensed_users\":5}]}");
        // In the first week 1, 3 and 4, in the second 1, 2 and 3; 4 and 2 had never been there before
        assertThat(insights("type=active_users"))
                .isEqualTo(
                        "{\"grouping\":\"weekly\",\"data\":["
                                + "{\"date\":\"2026-10-12T00:00:00+00\",\"total_users\":3,\"new_users\":1,\"returning_users\":2},"
                                + "{\"date\":\"2026-10-19T00:00:00+00\",\"total_users\":3,\"new_users\":1,\"returning_users\":2}]}");
        assertThat(insights("type=top_plugins&limit=1"))
                .isEqualTo("{\"grouping\":\"weekly\",\"data\":[{\"plugin_id\":\"techdocs\",\"visit_count\":5,"
                        + "\"trend\":[{\"date\":\"2026-10-12T00:00:00+00\",\"count\":1},"
                        + "{\"date\":\"2026-10-19T00:00:00+00\",\"count\":4}],\"trend_percentage\":\"300.00\"}]}");
        assertThat(insights("type=top_templates&limit=1"))
                .isEqualTo("{\"data\":[{\"entityref\":\"template:default/svc\",\"count\":3,"
                        + "\"last_used\":\"2026-10-20T11:00:00.000Z\"}]}");
        assertThat(insights("type=top_techdocs&limit=1"))
                .isEqualTo("{\"data\":[{\"count\":3,\"last_used\":\"2026-10-20T08:01:00.000Z\",\"kind\":\"component\","
                        + "\"name\":\"pay\",\"namespace\":\"default\",\"site_name\":\"pay\"}]}");
        assertThat(insights("type=top_searches"))
                .isEqualTo("{\"grouping\":\"weekly\",\"data\":[{\"date\":\"2026-10-19T00:00:00+00\",\"count\":4}]}");
        assertThat(insights("type=top_catalog_entities&kind=Component"))
                .isEqualTo("{\"data\":[{\"plugin_id\":\"catalog\",\"kind\":\"component\",\"name\":\"pay\","
                        + "\"namespace\":\"default\",\"last_used\":\"2026-10-20T08:05:00.000Z\",\"count\":2}]}");
        assertThat(insights("type=top_catalog_entities&kind=api")).isEqualTo("{\"data\":[]}");
    }

    @Test
    void theDashboardsBucketsAreOfItsZone() {
        assertThat(insights("type=top_plugins&limit=1&timezone=Europe/Paris"))
                .contains(
                        "\"trend\":[{\"date\":\"2026-10-19T00:00:00+02\",\"count\":5}],\"trend_percentage\":\"0.00\"");
        assertThat(insights("type=top_searches&grouping=daily&timezone=Asia/Kolkata"))
                .isEqualTo("{\"grouping\":\"daily\",\"data\":[{\"date\":\"2026-10-21\",\"count\":4}]}");
        assertThat(insights("type=top_searches&grouping=hourly&timezone=Asia/Kolkata"))
                .isEqualTo("{\"grouping\":\"hourly\",\"data\":[{\"date\":\"2026-10-21T13:00:00+0530\",\"count\":3},"
                        + "{\"date\":\"2026-10-21T14:00:00+0530\",\"count\":1}]}");
        assertThat(insights("type=top_searches&grouping=monthly"))
                .isEqualTo("{\"grouping\":\"monthly\",\"data\":[{\"date\":\"2026-10-01T00:00:00+00\",\"count\":4}]}");
        assertThat(api.json("/api/adoption-insights/events?type=top_searches&start_date=2026-10-21&end_date=2026-10-21")
                        .get("grouping")
                        .asText())
                .isEqualTo("hourly");
        assertThat(api.json("/api/adoption-insights/events?type=top_searches&start_date=2026-10-14&end_date=2026-10-21")
                        .get("grouping")
                        .asText())
                .isEqualTo("daily");
        assertThat(api.json("/api/adoption-insights/events?type=active_users&start_date=2026-09-01&end_date=2026-10-21")
                        .get("grouping")
                        .asText())
                .isEqualTo("monthly");
        assertThat(api.get("/api/adoption-insights/events?type=active_users&start_date=2026-01-01&end_date=2026-01-02")
                        .body())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void theDashboardsExportsAreTables() {
        assertThat(insights("type=top_plugins&limit=1&format=csv"))
                .isEqualTo("plugin_id,visit_count,trend,trend_percentage\r\n"
                        + "techdocs,5,2026-10-12T00:00:00+00=1 2026-10-19T00:00:00+00=4,300.00\r\n");
        HttpResponse<String> csv = api.get(
                "/api/adoption-insights/events?type=total_users&format=csv&start_date=2026-10-12&end_date=2026-10-25");
        assertThat(csv.body()).isEqualTo("logged_in_users,licensed_users\r\n4,5\r\n");
        assertThat(csv.headers().firstValue("Footlights-Zone")).contains("UTC");
        assertThat(csv.headers().firstValue("Footlights-As-Of")).contains("2026-10-28T11:59:58.250Z");
    }
}
