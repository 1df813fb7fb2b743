package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be answered is refused by name, and nothing that is sent becomes a part of a statement. */
class RefusalsTest {
    private static final String PAYMENTS = "group:default/payments";
    private static final String HOSTILE_TEAM = "group:default/o'hara \\ \"; --";
    private static final ApiUnderTest api =
            FilledStore.of("refusals", "UTC", RefusalsTest::fill).api(5, "2026-11-22T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team(PAYMENTS, "Payments", "org", true);
        tables.load(List.of(Use.event(1, "2026-11-20T10:00:00Z", "search", PAYMENTS, "org")));
        tables.execute("INSERT INTO first_uses VALUES ('group:default/o\\'hara \\\\ \"; --', '*',"
                + " '00000000-0000-0000-0000-000000000001', 0, 1)");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/api/v1/kpis/activ-users, 404, unknown-kpi, active-users",
                "/api/v1/kpis/events?team=group:default/payment, 404, unknown-team, group:default/payments",
                "/api/v1/kpis/events?feature=serch, 404, unknown-feature, search",
                "/api/v1/kpis/events?zone=Europe/Pariss, 400, invalid-parameter, Europe/Paris",
                "/api/v1/kpis/events?granularity=weekly, 400, invalid-parameter, week",
                "/api/v1/kpis/events?groupBy=teams, 400, invalid-parameter, team",
                "/api/v1/kpis/events?order=values, 400, invalid-parameter, value",
                "/api/v1/matrix?kpi=page-view, 404, unknown-kpi, page-views",
            })
    void namesWhatMayHaveBeenMeant(String target, int status, String slug, String near) {
        HttpResponse<String> response = api.get(target);
        JsonNode problem = ApiUnderTest.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("type").asText()).endsWith(slug);
        assertThat(problem.get("near")).anyMatch(each -> each.asText().equals(near));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-11-22&to=2026-11-21",
                "from=1926-01-01&to=2026-01-01",
                "from=2006-01-01&to=2026-01-01",
                "from=yesterday",
                "from=2026-02-30",
                "to=9999999999",
                "limit=-1",
                "limit=0",
                "limit=1000000000000",
                "limit=1e3",
                "offset=-1",
                "zone=%2B05:53:28",
                "format=xml",
                "compare=next",
                "granularity=week&granularity=day",
                "from=2024-01-01&to=2026-11-22&granularity=hour&groupBy=team,feature",
            })
    void refusesWhatIsOutOfBounds(String query) {
        HttpResponse<String> response = api.get("/api/v1/kpis/events?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"detail\"").doesNotContain("Exception", "SELECT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1 --",
                "org' UNION ALL SELECT name, '*', 1, 1, 1 FROM system.tables --",
                "'); DROP TABLE activity_facts; --",
                "\\' OR 1=1 --",
                "url('http://127.0.0.1/', 'CSV', 'a String')",
                "file('/etc/passwd')",
                "{team:String}",
                "?",
                "\u0000",
                "${jndi:ldap://127.0.0.1/a}",
            })
    void nothingThatIsSentIsRun(String hostile) {
        String value = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
        for (String parameter : List.of(
                "team",
                "feature",
                "zone",
                "from",
                "to",
                "granularity",
                "groupBy",
                "compare",
                "order",
                "limit",
                "offset",
                "format")) {
            HttpResponse<String> response = api.get("/api/v1/kpis/events?" + parameter + "=" + value);
            assertThat(response.statusCode()).as("%s=%s", parameter, hostile).isIn(400, 404);
        }
        for (String parameter : List.of("search", "parent")) {
            HttpResponse<String> response = api.get("/api/v1/teams?" + parameter + "=" + value);
            assertThat(response.statusCode()).as("%s=%s", parameter, hostile).isIn(200, 400);
        }
        assertThat(api.get("/api/v1/kpis/" + value.replace("+", "%20")).statusCode())
                .isIn(400, 404);
        assertThat(api.json("/api/v1/kpis/events?granularity=total").get("rows"))
                .hasSize(1);
    }

    @Test
    void aTeamWithAHostileNameIsATeam() {
        // Payments is one person, and this its only sister, so that nothing is told of it either
        String team = URLEncoder.encode(HOSTILE_TEAM, StandardCharsets.UTF_8);
        assertThat(api.rows("/api/v1/kpis/events?granularity=total&team=" + team))
                .containsExactly("2026-10-26 " + HOSTILE_TEAM + " * null");
    }

    @Test
    void settingsInTheQueryStringAreIgnored() {
        assertThat(api.get("/api/v1/kpis/events?readonly=0&max_execution_time=0&user=admin&database=system")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void figuresAboutTooFewPeopleAreWithheld() {
        Map<String, String> values = Map.of(
                "events", "/api/v1/kpis/events?granularity=total&compare=previous&order=value",
                "active-users", "/api/v1/kpis/active-users?granularity=total");
        values.forEach((kpi, target) -> {
            JsonNode row = api.json(target).get("rows").get(0);
            assertThat(row.get("value").isNull()).as(kpi).isTrue();
            assertThat(row.get("withheld").asBoolean()).isTrue();
        });
        assertThat(api.get("/api/v1/kpis/events?granularity=total&format=csv").body())
                .endsWith("2026-10-26,org,*,,,true,false\r\n");
    }
}
