package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the weekly report says. */
class ReportTest {
    private static final String DAYS = "from=2026-11-16&to=2026-11-22&granularity=week&compare=previous";
    private static final ApiUnderTest told = ReportFacts.told();
    private static final ApiUnderTest withheld = ReportFacts.withheld();

    private static String words(ApiUnderTest api, String team) {
        HttpResponse<String> response = api.get("/api/v1/reports/weekly?format=txt&team=" + encoded(team));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().replaceAll("[\\s\u00a0]+", " ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org", ReportFacts.A, ReportFacts.CAFE, ReportFacts.DACH})
    void figuresAreThoseOfTheApi(String team) {
        for (ApiUnderTest api : new ApiUnderTest[] {told, withheld}) {
            JsonNode report = api.json("/api/v1/reports/weekly?team=" + encoded(team));
            assertThat(report.get("week").asText()).isEqualTo("2026-W47");
            assertThat(report.get("figures")).hasSize(16);
            for (JsonNode figure : report.get("figures")) {
                String kpi = figure.get("kpi").asText();
                JsonNode row = api.json("/api/v1/kpis/" + kpi + "?" + DAYS + "&team=" + encoded(team))
                        .at("/rows/0");
                assertThat(figure.get("value")).as(kpi).isEqualTo(row.get("value"));
                assertThat(figure.get("previous")).as(kpi).isEqualTo(row.get("previous"));
                assertThat(figure.get("withheld")).as(kpi).isEqualTo(row.get("withheld"));
            }
            for (JsonNode point : report.get("people")) {
                JsonNode row = api.json("/api/v1/kpis/active-users?granularity=week&from=2026-09-01&to=2026-11-22&team="
                                + encoded(team))
                        .get("rows")
                        .valueStream()
                        .filter(each -> each.get("period").equals(point.get("period")))
                        .findFirst()
                        .orElseThrow();
                assertThat(point.get("value")).isEqualTo(row.get("value"));
            }
        }
    }

    /** A move names what the API answers of that team and feature. */
    @Test
    void movesAreThoseOfTheApi() {
        for (ApiUnderTest api : new ApiUnderTest[] {told, withheld}) {
            JsonNode report = api.json("/api/v1/reports/weekly");
            for (String list : new String[] {"teams", "features"}) {
                for (JsonNode move : report.get(list).get("up")) {
                    JsonNode row = api.json("/api/v1/kpis/active-users?" + DAYS + "&team="
                                    + encoded(move.get("team").asText()) + "&feature="
                                    + encoded(move.get("feature").asText()))
                            .at("/rows/0");
                    assertThat(move.get("value")).isEqualTo(row.get("value"));
                    assertThat(move.get("previous")).isEqualTo(row.get("previous"));
                }
            }
        }
    }

    /** 8 + 8 + 0 + 3 of 27 in week 47, 8 + 5 + 8 + 2 in week 46; three of Kiosk and one of Dach are new, Lager is away. */
    @Test
    void theHeadlineTellsTheWeek() {
        assertThat(words(told, "org"))
                .startsWith("Portal adoption in week 47, 2026")
                .contains(
                        "19 people used the portal in this week (16–22 November 2026): 4 fewer than the 23 of the week"
                                + " before (−17 %). That is 70 % of the 27 people in the catalog. 4 people were there for the"
                                + " first time and 8 people of the week before stayed away.");
    }

    @Test
    void whatMovedIsToldWithItsDriversAndWhyItMayMatter() {
        assertThat(words(told, "org"))
                .contains("Active users fell from 23 people to 19 people: −4 (−17 %). It fell most in Lager (−8). Fewer"
                        + " people find a reason to come: ask some who left.")
                .contains("Teams that grew most: Kiosk")
                .contains("+3 (5 → 8 people")
                .contains("Teams that lost most: Lager")
                .contains("−8 (8 → 0 people");
    }

    @Test
    void newAndGoneAreNamed() {
        assertThat(words(told, "org"))
                .containsPattern(
                        "New this week, with nobody in the week before: the feature Search (<[^>]*> )?\\(6 people\\)")
                .containsPattern(
                        "Gone this week, with people in the week before: the team Lager (<[^>]*> )?\\(8 people\\)");
    }

    @Test
    void whatIsWorthDoingComesFromTheFigures() {
        assertThat(words(told, "org"))
                .contains("Visit Lager: nobody of it was there this week, in the week before 8 people.")
                .contains("Write a page about “=größe <b>”, or give one that name: 6 people searched for it 6 times and"
                        + " found nothing.");
    }

    @Test
    void aCampaignIsToldWithItsLiftOrWhyThereIsNone() {
        String body = """
                {"id": "demo-day", "title": "Demo day", "kind": "demo", "firstDay": "2026-11-10", "teams": ["%s"]}""".formatted(ReportFacts.A);
        assertThat(told.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        try {
            String why = told.json("/api/v1/annotations/demo-day/lift?weeks=1")
                    .get("why")
                    .asText();
            assertThat(why).isNotEmpty();
            assertThat(words(told, "org")).contains("Demo day (demo, 10 November 2026): no lift can be told: " + why);
            assertThat(words(told, ReportFacts.CAFE))
                    .contains("Demo day (demo, 10 November 2026): there is no whole week before it to compare with.");
            assertThat(words(told, ReportFacts.LAGER)).doesNotContain("Demo day");
        } finally {
            told.send("DELETE", "/api/v1/annotations/demo-day", "");
        }
    }

    /** Dach has three people: whatever is about them isn't told, nor what they could be worked out from. */
    @Test
    void withheldFiguresAreToldNowhere() {
        for (String format : new String[] {"json", "csv", "md", "html", "txt"}) {
            String report =
                    withheld.get("/api/v1/reports/weekly?format=" + format).body();
            assertThat(report).as(format).doesNotContain("Dach");
        }
        String own = words(withheld, ReportFacts.DACH);
        assertThat(own)
                .contains("How many people of Dach used the portal in this week (16–22 November 2026) isn't told")
                .contains("Active users: not told")
                .doesNotContain("3 people used", "100 %", "2 people");
        JsonNode json = withheld.json("/api/v1/reports/weekly?team=" + encoded(ReportFacts.DACH));
        assertThat(json.at("/figures/0/value").isNull()).isTrue();
        assertThat(json.get("people"))
                .allMatch(point ->
                        point.get("value").isNull() || point.get("value").asInt() == 0);
        assertThat(json.get("teams").get("up")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "md", "html", "txt"})
    void aTeamsDigestNamesNoOtherTeam(String format) {
        String report = told.get("/api/v1/reports/weekly?format=" + format + "&team=" + encoded(ReportFacts.CAFE))
                .body();
        assertThat(report)
                .containsIgnoringCase("caf")
                .doesNotContain(
                        "Kiosk", "kiosk", "Lager", "lager", "Dach", "dach", "Department B", "dept-b", "19 people");
    }

    @Test
    void aDepartmentsDigestNamesItsOwnTeamsOnly() {
        assertThat(words(told, ReportFacts.A)).contains("Kiosk").doesNotContain("Lager", "Dach");
    }

    @ParameterizedTest
    @CsvSource({
        "json,application/json",
        "csv,text/csv",
        "md,text/markdown",
        "markdown,text/markdown",
        "html,text/html",
        "txt,text/plain",
        "text,text/plain",
        "pdf,application/pdf"
    })
    void everyFormatHasItsType(String format, String type) {
        HttpResponse<String> response = told.get(
                "/api/v1/reports/weekly?week=2026-W46&format=" + format + "&team=" + encoded(ReportFacts.CAFE));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        if (format.equals("pdf")) {
            assertThat(response.body()).startsWith("%PDF-");
        } else {
            assertThat(response.body()).contains("2026");
        }
    }

    @Test
    void foreignTextStaysText() {
        assertThat(told.get("/api/v1/reports/weekly?format=html").body())
                .contains("=größe &lt;b&gt;")
                .doesNotContain("größe <b>", "<script", "src=\"http");
        assertThat(told.get("/api/v1/reports/weekly?format=csv").body()).doesNotContain(",=größe", ",\"=größe");
        assertThat(told.get("/api/v1/reports/weekly?format=md").body()).contains("größe \\<b\\>");
    }

    @Test
    void anUnfinishedWeekSaysSo() {
        assertThat(words(told, "org")).doesNotContain("not complete");
        String running = told.get("/api/v1/reports/weekly?format=txt&week=2026-W48")
                .body()
                .replaceAll("[\\s\u00a0]+", " ");
        assertThat(running).contains("These figures are not complete", "Nobody used the portal in this week", "so far");
    }

    @ParameterizedTest
    @CsvSource({
        "week=2026-W60,400,week",
        "week=yesterday,400,week",
        "format=docx,400,format",
        "zone=Mars,400,zone",
        "team=group:default/kiosc,404,group:default/kiosk",
        "team=org&team=group:default/kiosk,400,one team"
    })
    void whatCantBeAskedIsRefused(String query, int status, String names) {
        HttpResponse<String> response = told.get("/api/v1/reports/weekly?" + query);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(names);
    }
}
