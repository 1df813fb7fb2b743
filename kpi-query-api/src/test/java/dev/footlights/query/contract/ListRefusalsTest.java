package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, funnels and the dashboard's queries refuse by name what they can't answer. */
class ListRefusalsTest {
    private static final List<String> OF_DAYS = List.of(
            "/api/v1/top/templates?",
            "/api/v1/inactive?",
            "/api/v1/funnel?steps=search,templates&",
            "/api/v1/templates?",
            "/api/v1/templates/funnel?",
            "/api/v1/searches?");
    private static final ApiUnderTest api = ListFacts.api();

    private static JsonNode refused(String target, int status) {
        HttpResponse<String> response = api.get(target);
        assertThat(response.statusCode()).as("%s: %s", target, response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"detail\"").doesNotContain("Exception", "SELECT");
        return ApiUnderTest.parse(response.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/top/template | 404 | unknown-list | templates",
                "/api/v1/top/search-term | 404 | unknown-list | search-terms",
                "/api/v1/top/Plugins | 404 | unknown-list | plugins",
                "/api/v1/top/docs?team=group:default/payment | 404 | unknown-team | group:default/payments",
                "/api/v1/top/docs?order=counts | 400 | invalid-parameter | count",
                "/api/v1/top/docs?order=last_use | 400 | invalid-parameter | last-use",
                "/api/v1/top/docs?compare=previos | 400 | invalid-parameter | previous",
                "/api/v1/top/docs?format=cvs | 400 | invalid-parameter | csv",
                "/api/v1/top/docs?zone=Europe/Pariss | 400 | invalid-parameter | Europe/Paris",
                "/api/v1/inactive?team=group:default/sale | 404 | unknown-team | group:default/sales",
                "/api/v1/inactive?zone=Europe/Pariss | 400 | invalid-parameter | Europe/Paris",
                "/api/v1/funnel?steps=serch,templates | 404 | unknown-feature | search",
                "/api/v1/funnel?steps=search,template:open | 404 | unknown-feature | templates",
                "/api/v1/funnel?steps=search,home&team=org,group:default/sale | 404 | unknown-team | group:default/sales",
                "/api/v1/funnel?steps=search,home&groupBy=teams | 400 | invalid-parameter | team",
                "/api/v1/templates?team=ogr | 404 | unknown-team | org",
                "/api/v1/templates/funnel?team=ogr | 404 | unknown-team | org",
                "/api/v1/searches?team=ogr | 404 | unknown-team | org",
                "/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-10-25&type=top_plugin"
                        + " | 400 | invalid-parameter | top_plugins",
                "/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-10-25&type=top_plugins&grouping=week"
                        + " | 400 | invalid-parameter | weekly",
                "/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-10-25&type=top_plugins&format=cvs"
                        + " | 400 | invalid-parameter | csv",
                "/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-10-25&type=total_users"
                        + "&timezone=Europe/Pariss | 400 | invalid-parameter | Europe/Paris",
            })
    void namesWhatMayHaveBeenMeant(String target, int status, String slug, String near) {
        JsonNode problem = refused(target, status);
        assertThat(problem.get("type").asText()).endsWith(slug);
        assertThat(problem.get("near")).anyMatch(each -> each.asText().equals(near));
    }

    @ParameterizedTest
    @CsvSource({
        "from, from=2026-11-22&to=2026-11-21",
        "from, from=1926-01-01&to=2026-01-01",
        "from, from=2006-01-01&to=2026-01-01",
        "from, from=yesterday",
        "from, from=2026-02-30",
        "to, to=9999999999",
        "to, from=2100-12-01&to=2101-01-01",
        "zone, zone=%2B05:53:28",
        "limit, limit=0",
        "limit, limit=-1",
        "limit, limit=10001",
        "limit, limit=1e3",
        "limit, limit=1000000000000"
    })
    void everyListRefusesDaysAndPagesOutOfBounds(String parameter, String query) {
        for (String path : OF_DAYS) {
            assertThat(refused(path + query, 400).get("parameter").asText())
                    .as(path)
                    .isEqualTo(parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/top/docs?offset=-1",
                "/api/v1/inactive?offset=-1",
                "/api/v1/funnel?steps=search,home&offset=x",
                "/api/v1/templates?offset=2147483648",
                "/api/v1/templates/funnel?offset=-1",
                "/api/v1/searches?limit=101",
                "/api/v1/top/docs?order=count&order=people",
                "/api/v1/top/docs?team=org&team=unassigned",
                "/api/v1/inactive?team=org&team=unassigned",
                "/api/v1/templates?team=org&team=unassigned",
                "/api/v1/templates/funnel?template=a&template=b",
                "/api/v1/searches?team=org&team=unassigned",
                "/api/v1/top/docs?zone=%25",
            })
    void refusesWhatIsOutOfBounds(String target) {
        refused(target, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/top/docs", "/api/v1/inactive", "/api/v1/templates", "/api/v1/searches"})
    void aListIsAboutOneTeam(String path) {
        assertThat(refused(path + "?team=org,unassigned", 400).get("parameter").asText())
                .isEqualTo("team");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "steps=",
                "steps=search",
                "step=search",
                "steps=search,",
                "steps=,search",
                "steps=search,%20",
                "steps=search,:open",
                "steps=search,templates:",
                "steps=search,templates::x",
                "steps=search,templates:open:",
                "steps=search,home&step=search&step=home",
                "steps=search,home&steps=search,home",
                "steps=1,2,3,4,5,6,7,8,9,10,11",
                "step=1&step=2&step=3&step=4&step=5&step=6&step=7&step=8&step=9&step=10&step=11",
            })
    void whatIsNoFunnelIsRefused(String query) {
        refused("/api/v1/funnel?" + query, 400);
    }

    @ParameterizedTest
    @CsvSource({"600,200", "601,400"})
    void aStepHasSixHundredCharactersAtTheMost(int length, int status) {
        String step = "search:search:";
        String target = "/api/v1/funnel?step=search&step=" + step + "x".repeat(length - step.length());
        assertThat(api.get(target).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "type, start_date=2026-10-12&end_date=2026-10-25",
        "start_date, type=total_users&end_date=2026-10-25",
        "end_date, type=total_users&start_date=2026-10-12",
        "start_date, type=total_users&start_date=2026-10-26&end_date=2026-10-25",
        "start_date, type=total_users&start_date=2006-10-26&end_date=2026-10-25",
        "start_date, type=total_users&start_date=1999-12-31&end_date=2000-01-01",
        "start_date, type=total_users&start_date=12.10.2026&end_date=2026-10-25",
        "end_date, type=total_users&start_date=2026-10-12&end_date=2026-10-32",
        "limit, type=top_plugins&start_date=2026-10-12&end_date=2026-10-25&limit=0",
        "limit, type=top_plugins&start_date=2026-10-12&end_date=2026-10-25&limit=10001",
        "timezone, type=total_users&start_date=2026-10-12&end_date=2026-10-25&timezone=%2B00:01"
    })
    void theDashboardIsRefusedWhatItCantAsk(String parameter, String query) {
        assertThat(refused("/api/adoption-insights/events?" + query, 400)
                        .get("parameter")
                        .asText())
                .isEqualTo(parameter);
    }
}
