package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts small enough to count by hand. Today is Wednesday, 28 October 2026; clocks in Paris went back on the 25th. */
class HandMadeFactsTest {
    private static final String PAYMENTS = "group:default/payments";
    private static final String SALES = "group:default/sales";

    private static final ApiUnderTest api =
            FilledStore.of("hand_made", "UTC", HandMadeFactsTest::fill).api(1, "2026-10-28T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team(PAYMENTS, "Payments", "org", true);
        tables.team(SALES, "=Sales", "org", true);
        tables.team("group:default/closed", "Closed", "org", false);
        tables.person(1, true, PAYMENTS, "org");
        tables.person(2, true, PAYMENTS, "org");
        tables.person(3, true, SALES, "org");
        tables.person(4, false, SALES, "org");
        tables.asOf("2026-10-28T11:59:58.250Z");
        tables.load(List.of(
                // Monday the 19th: one person of Payments, twice; one of Sales
                Use.event(1, "2026-10-19T09:00:00Z", "techdocs", PAYMENTS, "org"),
                Use.event(1, "2026-10-19T09:20:00Z", "techdocs", PAYMENTS, "org"),
                Use.event(3, "2026-10-19T10:00:00Z", "search", SALES, "org"),
                // Sunday the 25th, 23:30 in Paris and 22:30 UTC
                Use.event(2, "2026-10-25T22:30:00Z", "techdocs", PAYMENTS, "org"),
                // 23:30 UTC is Monday 00:30 in Paris
                Use.event(1, "2026-10-25T23:30:00Z", "search", PAYMENTS, "org"),
                Use.run(1, "2026-10-26T08:00:00Z", 2_500_000, PAYMENTS, "org"),
                // Somebody who isn't in the roster, without a group
                Use.event(9, "2026-10-27T08:00:00Z", "search", "unassigned", "org")));
    }

    @BeforeAll
    static void isReady() {
        assertThat(api.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void anAnswerSaysWhatItIsAbout() {
        JsonNode answer = api.json("/api/v1/kpis/active-users");
        assertThat(answer.get("kpi").asText()).isEqualTo("active-users");
        assertThat(answer.get("unit").asText()).isEqualTo("people");
        assertThat(answer.get("zone").asText()).isEqualTo("UTC");
        assertThat(answer.get("from").asText()).isEqualTo("2026-10-01");
        assertThat(answer.get("to").asText()).isEqualTo("2026-10-28");
        assertThat(answer.get("granularity").asText()).isEqualTo("day");
        assertThat(answer.get("asOf").asText()).isEqualTo("2026-10-28T11:59:58.250Z");
        assertThat(answer.get("rows")).hasSize(28);
        assertThat(answer.get("rows").get(18).toString())
                .isEqualTo(
                        "{\"period\":\"2026-10-19\",\"team\":\"org\",\"feature\":\"*\",\"value\":2,\"withheld\":false}");
    }

    @Test
    void peopleAreCountedOncePerPeriod() {
        assertThat(api.rows("/api/v1/kpis/active-users?granularity=week&from=2026-10-19&to=2026-11-01"))
                .containsExactly("2026-10-19 org * 3", "2026-10-26 org * 2");
        assertThat(api.rows("/api/v1/kpis/active-users?granularity=total&from=2026-10-19&to=2026-11-01"))
                .containsExactly("2026-10-19 org * 4");
    }

    @Test
    void weeksAreCutInTheAskedZone() {
        assertThat(api.rows(
                        "/api/v1/kpis/active-users?granularity=week&from=2026-10-19&to=2026-11-01&zone=Europe/Paris"))
                .containsExactly("2026-10-19 org * 3", "2026-10-26 org * 2");
        assertThat(api.rows("/api/v1/kpis/events?granularity=week&from=2026-10-19&to=2026-11-01"))
                .containsExactly("2026-10-19 org * 5", "2026-10-26 org * 2");
        assertThat(api.rows("/api/v1/kpis/events?granularity=week&from=2026-10-19&to=2026-11-01&zone=Europe/Paris"))
                .containsExactly("2026-10-19 org * 4", "2026-10-26 org * 3");
    }

    @Test
    void aDayOfTwentyFiveHoursHasTwentyFiveRows() {
        List<String> rows =
                api.rows("/api/v1/kpis/events?granularity=hour&from=2026-10-25&to=2026-10-25&zone=Europe/Paris");
        assertThat(rows).hasSize(25).contains("2026-10-25T23:00:00+01:00 org * 1");
        assertThat(rows.get(2)).startsWith("2026-10-25T02:00:00+02:00 ");
        assertThat(rows.get(3)).startsWith("2026-10-25T02:00:00+01:00 ");
    }

    /** 1,098 days; the query's text is far beyond what ClickHouse takes unless told. */
    @ParameterizedTest
    @ValueSource(
            strings = {"kpis/events", "kpis/active-users", "kpis/returning-users", "kpis/session-minutes", "growth"})
    void theMostHoursOfAnyZoneAreAnswered(String path) {
        JsonNode answer = api.json(
                "/api/v1/" + path + "?granularity=hour&from=2023-10-27&to=2026-10-28&zone=Asia/Kathmandu&limit=1");
        assertThat(answer.get("total").asInt()).isEqualTo(1_098 * 24);
    }

    @Test
    void clippedPeriodsSaySoAndHoldOnlyTheAskedDays() {
        JsonNode rows = api.json("/api/v1/kpis/events?granularity=week&from=2026-10-20&to=2026-10-26")
                .get("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).toString()).contains("\"period\":\"2026-10-19\"", "\"value\":2", "\"partial\":true");
        assertThat(rows.get(1).toString()).contains("\"period\":\"2026-10-26\"", "\"value\":1", "\"partial\":true");
    }

    @Test
    void groupedByTeamEveryActiveTeamHasARow() {
        assertThat(api.rows("/api/v1/kpis/active-users?granularity=total&groupBy=team&from=2026-10-19&to=2026-10-25"))
                .containsExactly(
                        "2026-10-19 " + PAYMENTS + " * 2", "2026-10-19 " + SALES + " * 1", "2026-10-19 org * 3");
        assertThat(api.rows("/api/v1/kpis/active-users?granularity=total&groupBy=team&from=2026-10-27&to=2026-10-27"))
                .containsExactly(
                        "2026-10-27 " + PAYMENTS + " * 0",
                        "2026-10-27 " + SALES + " * 0",
                        "2026-10-27 org * 1",
                        "2026-10-27 unassigned * 1");
    }

    @Test
    void severalTeamsAndFeaturesMayBeNamed() {
        assertThat(api.rows("/api/v1/kpis/events?granularity=total&team=" + PAYMENTS + ",org&team=" + SALES
                        + "&feature=techdocs&feature=*&order=value"))
                .containsExactly(
                        "2026-10-01 org * 7",
                        "2026-10-01 " + PAYMENTS + " * 5",
                        "2026-10-01 " + PAYMENTS + " techdocs 3",
                        "2026-10-01 org techdocs 3",
                        "2026-10-01 " + SALES + " * 1",
                        "2026-10-01 " + SALES + " techdocs 0");
    }

    @Test
    void groupedByFeatureTheWholeCatalogueHasRows() {
        List<String> rows = api.rows("/api/v1/kpis/template-runs?granularity=total&groupBy=feature&order=value");
        assertThat(rows.getFirst()).isEqualTo("2026-10-01 org templates 1");
        assertThat(rows.size()).isGreaterThan(10);
        assertThat(rows).anyMatch(row -> row.contains(" kubernetes 0"));
        assertThat(rows).noneMatch(row -> row.contains(" * "));
    }

    @Test
    void newPeopleAreThoseOfTheirFirstUseInTheScope() {
        assertThat(api.rows("/api/v1/kpis/new-users?granularity=week&from=2026-10-19&to=2026-11-01&team=" + PAYMENTS))
                .containsExactly("2026-10-19 " + PAYMENTS + " * 2", "2026-10-26 " + PAYMENTS + " * 0");
        assertThat(api.rows("/api/v1/kpis/new-users?granularity=total&from=2026-10-26&to=2026-11-01&feature=templates"))
                .containsExactly("2026-10-26 org templates 1");
    }

    @Test
    void minutesComeFromMillionths() {
        JsonNode row = api.json("/api/v1/kpis/minutes-saved?granularity=month&from=2026-10-01&to=2026-10-31")
                .get("rows")
                .get(0);
        assertThat(row.get("value").toString()).isEqualTo("2.5");
    }

    @Test
    void adoptionIsTheShareOfTheRoster() {
        JsonNode rows = api.json("/api/v1/kpis/adoption-rate?granularity=total&groupBy=team")
                .get("rows");
        // Payments 2 of 2, Sales 1 of 1: person 4 has left. The organisation 3 of 3: person 9 isn't in the roster.
        assertThat(rows).hasSize(4).allSatisfy(row -> {
            if (row.get("team").asText().equals("unassigned")) {
                assertThat(row.get("value").isNull()).isTrue();
                assertThat(row.get("note").asText()).contains("no headcount");
            } else {
                assertThat(row.get("value").asDouble()).isEqualTo(1.0);
            }
        });
        assertThat(api.json("/api/v1/kpis/adoption-rate?granularity=total&feature=search&team=" + PAYMENTS)
                        .get("rows")
                        .get(0)
                        .toString())
                .contains("\"value\":0.5", "\"headcount\":2");
    }

    @Test
    void comparesWithThePeriodBefore() {
        JsonNode weeks = api.json("/api/v1/kpis/events?granularity=week&from=2026-10-19&to=2026-10-27&compare=previous")
                .get("rows");
        assertThat(weeks.get(0).toString()).contains("\"value\":5,\"previous\":0");
        assertThat(weeks.get(1).toString()).contains("\"value\":2,\"previous\":5");
        JsonNode total = api.json(
                        "/api/v1/kpis/events?granularity=total&from=2026-10-26&to=2026-10-27&compare=previous")
                .get("rows");
        assertThat(total.get(0).toString()).contains("\"value\":2,\"previous\":2");
    }

    @Test
    void pagesHoldTheWholeListTogether() {
        JsonNode first = api.json("/api/v1/kpis/events?limit=20");
        JsonNode second = api.json("/api/v1/kpis/events?limit=20&offset=20");
        assertThat(first.get("rows")).hasSize(20);
        assertThat(first.get("total").asInt()).isEqualTo(28);
        assertThat(first.get("nextOffset").asInt()).isEqualTo(20);
        assertThat(second.get("rows")).hasSize(8);
        assertThat(second.get("nextOffset").isNull()).isTrue();
        assertThat(api.json("/api/v1/kpis/events?offset=2000000000").get("rows"))
                .isEmpty();
    }

    @Test
    void csvHoldsTheSameRows() {
        HttpResponse<String> csv = api.get("/api/v1/kpis/minutes-saved?granularity=total&format=csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Footlights-As-Of")).contains("2026-10-28T11:59:58.250Z");
        assertThat(csv.body())
                .isEqualTo(
                        "period,team,feature,value,previous,withheld,partial\r\n2026-10-01,org,*,2.5,,false,false\r\n");
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        HttpResponse<String> answer = api.get("/api/v1/kpis/events");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = api.get("/api/v1/kpis/events", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void theMatrixIsATotalOfEachTeamAndFeature() {
        assertThat(api.rows("/api/v1/matrix?kpi=events&from=2026-10-19&to=2026-10-25&order=value&limit=3"))
                .containsExactly(
                        "2026-10-19 " + PAYMENTS + " techdocs 3",
                        "2026-10-19 org techdocs 3",
                        "2026-10-19 org search 2");
    }

    @Test
    void teamsHaveTheirPlaceAndHeadcount() {
        JsonNode teams = api.json("/api/v1/teams").get("rows");
        assertThat(teams)
                .extracting(team ->
                        team.get("team").asText() + " " + team.get("headcount").asInt())
                .containsExactly(PAYMENTS + " 2", SALES + " 1", "org 3", "unassigned 0");
        assertThat(api.json("/api/v1/teams?search=PAY").get("rows")).hasSize(1);
        assertThat(api.json("/api/v1/teams?parent=org").get("total").asInt()).isEqualTo(3);
    }

    @Test
    void featuresAndKpisAreListed() {
        assertThat(api.json("/api/v1/features").get("rows"))
                .anyMatch(feature -> feature.get("feature").asText().equals("techdocs")
                        && feature.get("used").asBoolean());
        assertThat(api.json("/api/v1/kpis").get("kpis"))
                .anyMatch(kpi -> kpi.get("id").asText().equals("adoption-rate")
                        && kpi.get("unit").asText().equals("ratio"));
    }

    @Test
    void browsersGetThePageWithAPolicyAndItsFilesFromTheJar() {
        HttpResponse<String> page = api.get("/", "Accept", "text/html,*/*;q=0.8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("<main", "type=\"module\"").doesNotContain("onclick", "style=");
        List<String> files = Pattern.compile("(?:src|href)=\"(/page/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> {
            HttpResponse<String> answer = api.get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            boolean hashed = file.matches("/page/[a-z]+-[0-9A-Z]{8}\\.(js|css)");
            assertThat(hashed || file.equals("/page/icon.svg")).as(file).isTrue();
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValue(hashed ? "public, max-age=31536000, immutable" : "no-cache");
        });
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(api.get("/page/../logback.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void theFrontPageLinksToWhatIsThere() {
        api.json("/")
                .get("links")
                .forEach(link -> assertThat(api.get(link.asText()).statusCode())
                        .as(link.asText())
                        .isEqualTo(200));
    }
}
