package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that lists, funnels and the dashboard's queries are sent becomes a part of a statement or of a page. */
class HostileListRequestsTest {
    private static final String INSIGHTS = "/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-10-25";
    private static final List<String> OF_DAYS = List.of(
            "/api/v1/top/templates?",
            "/api/v1/inactive?",
            "/api/v1/funnel?steps=search,templates&",
            "/api/v1/templates?",
            "/api/v1/templates/funnel?",
            "/api/v1/searches?");
    private static final ApiUnderTest api = ListFacts.api();

    private static void isRefused(String target) {
        HttpResponse<String> response = api.get(target);
        assertThat(response.statusCode()).as("%s: %s", target, response.body()).isIn(400, 404);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).doesNotContain("html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1 --",
                "org' UNION ALL SELECT name, '*', 1, 1, 1 FROM system.tables --",
                "'); DROP TABLE activity_facts; --",
                "\\' OR 1=1 --",
                "\" OR \"\"=\"",
                "=HYPERLINK(\"http://127.0.0.1\")",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "{team:String}",
                "?",
                "\u0000",
            })
    void nothingThatIsSentIsRun(String hostile) {
        String value = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
        for (String path : OF_DAYS) {
            for (String parameter : List.of("team", "from", "to", "zone", "limit")) {
                isRefused(path + parameter + "=" + value);
            }
        }
        for (String parameter : List.of("order", "compare", "format", "offset")) {
            isRefused("/api/v1/top/docs?" + parameter + "=" + value);
        }
        for (String parameter : List.of("timezone", "grouping", "limit", "format")) {
            isRefused(INSIGHTS + "&type=top_plugins&" + parameter + "=" + value);
        }
        isRefused(INSIGHTS + "&type=" + value);
        isRefused("/api/adoption-insights/events?type=total_users&end_date=2026-10-25&start_date=" + value);
        isRefused("/api/v1/top/" + value.replace("+", "%20"));
        isRefused("/api/v1/funnel?step=search&step=" + value);
        // What may be any text names nothing that there is
        assertThat(api.json("/api/v1/templates/funnel?template=" + value)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(api.json(INSIGHTS + "&type=top_catalog_entities&kind=" + value)
                        .get("data"))
                .isEmpty();
        JsonNode funnel = api.json("/api/v1/funnel?" + ListFacts.DAYS + "&step=search&step=search:search:" + value);
        assertThat(funnel.get("rows").get(0).get("people").asInt()).isEqualTo(3);
        assertThat(funnel.get("rows").get(1).get("people").asInt()).isZero();
        assertThat(api.json("/api/v1/top/templates?" + ListFacts.DAYS)
                        .get("total")
                        .asInt())
                .isEqualTo(2);
    }

    /** Who asks for CSV where there is none isn't answered JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpis",
                "retention",
                "teams",
                "features",
                "inactive",
                "funnel?steps=search,templates",
                "templates",
                "templates/funnel",
                "searches",
                "onboarding",
                "annotations",
                "champions",
                "surveys",
                "checks",
                "data-health"
            })
    void csvIsRefusedWhereThereIsNone(String path) {
        String asked = "/api/v1/" + path + (path.contains("?") ? "&" : "?") + "format=";
        assertThat(api.get(asked + "json").statusCode()).isEqualTo(200);
        assertThat(api.get(asked + "csv").statusCode()).isEqualTo(400);
        assertThat(api.get(asked + "csv").body()).contains("can only be json here", "/api/v1/kpis/{id}");
    }
}
