package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With a floor of five, what a small team did follows from no other answer. The department has teams of nine (a), two (b) and
 * seven people (c), all active on Monday the 19th of October; on Tuesday only one person of a is.
 */
class WithholdingTest {
    private static final String DEPARTMENT = "group:default/department";
    private static final String A = "group:default/a";
    private static final String B = "group:default/b";
    private static final String C = "group:default/c";
    private static final String WEEK = "from=2026-10-19&to=2026-10-25";

    private static final ApiUnderTest api =
            FilledStore.of("withholding", "UTC", WithholdingTest::fill).api(5, "2026-10-28T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team(DEPARTMENT, "Department", "org", true);
        List<Use> uses = new ArrayList<>();
        for (String team : List.of(A, B, C)) {
            tables.team(team, team, DEPARTMENT, true);
        }
        for (int actor = 0; actor < 18; actor++) {
            String team = actor < 9 ? A : actor < 11 ? B : C;
            String feature = actor % 2 == 0 ? "search" : "techdocs";
            uses.add(Use.event(actor, "2026-10-19T09:00:00Z", feature, team, DEPARTMENT, "org"));
        }
        uses.add(Use.event(0, "2026-10-20T09:00:00Z", "search", A, DEPARTMENT, "org"));
        tables.load(uses);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** {@code team value} or {@code team reason}. */
    private static List<String> told(String target, String name) {
        List<String> told = new ArrayList<>();
        for (JsonNode row : api.json(target).get("rows")) {
            boolean withheld = row.get("withheld").asBoolean();
            assertThat(row.get("value").isNull()).isEqualTo(withheld);
            told.add(row.get(name).asText() + " "
                    + (withheld
                            ? row.get("withheldBecause").asText()
                            : row.get("value").asText()));
        }
        return told;
    }

    /** b is withheld with c, who are the fewest of all sisters of b that are enough people. */
    @Test
    void aSmallTeamIsNotTheRestOfItsSisters() {
        assertThat(told("/api/v1/kpis/events?granularity=week&groupBy=team&" + WEEK, "team"))
                .containsExactly(A + " 10", B + " few-people", C + " neighbours", DEPARTMENT + " 19", "org 19");
    }

    @Test
    void aTeamAskedAloneIsWithheldAlike() {
        assertThat(told("/api/v1/kpis/active-users?granularity=week&team=" + C + "&" + WEEK, "team"))
                .containsExactly(C + " neighbours");
        assertThat(told("/api/v1/kpis/active-users?granularity=total&team=" + A + "&" + WEEK, "team"))
                .containsExactly(A + " 9");
    }

    @Test
    void aDayOfFewIsNotTheRestOfTheWeek() {
        assertThat(told("/api/v1/kpis/events?granularity=day&from=2026-10-19&to=2026-10-21", "period"))
                .containsExactly("2026-10-19 neighbours", "2026-10-20 few-people", "2026-10-21 0");
        assertThat(told("/api/v1/kpis/events?granularity=week&" + WEEK, "period"))
                .containsExactly("2026-10-19 19");
        assertThat(told("/api/v1/kpis/events?granularity=total&from=2026-10-19&to=2026-10-19", "period"))
                .containsExactly("2026-10-19 neighbours");
        assertThat(told("/api/v1/kpis/events?granularity=total&from=2026-10-18&to=2026-10-20", "period"))
                .containsExactly("2026-10-18 19");
    }

    @Test
    void anotherZoneDoesNotSplitTheDay() {
        // In Auckland the one event of Tuesday falls on Tuesday evening too, and Monday's alone would tell of it.
        assertThat(told(
                        "/api/v1/kpis/events?granularity=day&from=2026-10-19&to=2026-10-20&zone=Pacific/Auckland",
                        "period"))
                .containsExactly("2026-10-19 neighbours", "2026-10-20 few-people");
        assertThat(told(
                        "/api/v1/kpis/events?granularity=total&from=2026-10-19&to=2026-10-19&zone=Asia/Kolkata",
                        "period"))
                .containsExactly("2026-10-19 neighbours");
    }

    @Test
    void theMatrixAndTheTableOfACsvWithholdTheSame() {
        List<String> cells = new ArrayList<>();
        for (JsonNode row : api.json("/api/v1/matrix?kpi=events&" + WEEK).get("rows")) {
            if (List.of(A, B, C).contains(row.get("team").asText())
                    && !row.get("withheld").asBoolean()) {
                cells.add(row.get("team").asText() + " " + row.get("feature").asText() + " "
                        + row.get("value").asText());
            }
        }
        // Features: a has five people in search and four in techdocs, b one each, c four in techdocs and three in
        // search.
        assertThat(cells).allMatch(cell -> cell.endsWith(" 0"));
        String csv = api.get("/api/v1/kpis/events?granularity=week&groupBy=team&format=csv&" + WEEK)
                .body();
        assertThat(csv.lines().filter(line -> line.contains(C)).findFirst().orElseThrow())
                .contains("*,,,true");
    }

    /** Some read who was active together with their own figures, some apart from them, in Kathmandu out of the facts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "page-views",
                "interactions",
                "template-runs",
                "minutes-saved",
                "money-saved",
                "searches",
                "search-success-rate"
            })
    void everyKpiAboutActivePeopleWithholdsTheSame(String kpi) {
        for (String question : List.of(
                "granularity=week&groupBy=team&compare=previous",
                "granularity=day&groupBy=team,feature",
                "granularity=total&groupBy=team,feature",
                "granularity=total&feature=search&team=" + A,
                "granularity=hour&groupBy=team",
                "granularity=day&groupBy=team&zone=Asia/Kathmandu")) {
            String parameters = "?limit=10000&" + question + "&" + WEEK;
            List<String> withheld = withheld("/api/v1/kpis/active-users" + parameters);
            assertThat(withheld("/api/v1/kpis/" + kpi + parameters))
                    .as(question)
                    .isEqualTo(withheld);
        }
    }

    /** Cells with the reason for which they are withheld, none for those that are told. */
    private static List<String> withheld(String target) {
        List<String> cells = new ArrayList<>();
        for (JsonNode row : api.json(target).get("rows")) {
            cells.add(row.get("period").asText() + " " + row.get("team").asText() + " "
                    + row.get("feature").asText()
                    + " " + row.path("withheldBecause").asText() + " "
                    + row.path("previousWithheld").asBoolean());
        }
        assertThat(cells).isNotEmpty();
        return cells;
    }
}
