package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * With a floor of five, what few people of a team did isn't what the department has more than the other teams. The department
 * has teams of seven (a), five (b) and nine people (c). Everybody runs a template in the week of the 12th of October; in the
 * week after so does everybody but three of b. Everybody runs another one in both weeks. Two of b, and all others, answer a survey,
 * and their runs of the second week are known to have completed; they come back in a third week.
 */
class FamilyWithholdingTest {
    private static final String DEPARTMENT = "group:default/department";
    private static final String A = "group:default/a";
    private static final String B = "group:default/b";
    private static final String C = "group:default/c";
    private static final String TEMPLATE = "template:default/service";
    private static final String ANOTHER = "template:default/website";
    private static final String WEEKS = "from=2026-10-12&to=2026-10-25";
    private static final String SECOND = "from=2026-10-19&to=2026-10-25";

    private static final ApiUnderTest api = FilledStore.of("family_withholding", "UTC", FamilyWithholdingTest::fill)
            .api(5, "2026-11-02T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team(DEPARTMENT, "Department", "org", true);
        List<ItemUse> uses = new ArrayList<>();
        people(tables, uses, A, IntStream.rangeClosed(1, 7).toArray(), 7);
        people(tables, uses, B, IntStream.rangeClosed(11, 15).toArray(), 2);
        people(tables, uses, C, IntStream.rangeClosed(21, 29).toArray(), 9);
        tables.loadItems(uses);
    }

    /** @param again how many of them run the template in the second week */
    private static void people(Tables tables, List<ItemUse> uses, String team, int[] actors, int again)
            throws SQLException {
        String[] teams = {team, DEPARTMENT, "org"};
        tables.team(team, team, DEPARTMENT, true);
        for (int number = 0; number < actors.length; number++) {
            int actor = actors[number];
            tables.person(actor, true, teams);
            uses.add(ItemUse.run(actor, "2026-10-13T10:00:00Z", TEMPLATE, 0, teams));
            uses.add(ItemUse.run(actor, "2026-10-13T11:00:00Z", ANOTHER, 0, teams));
            uses.add(ItemUse.act(actor, "2026-10-20T09:00:00Z", "templates", "open", ANOTHER, teams));
            uses.add(ItemUse.run(actor, "2026-10-20T11:00:00Z", ANOTHER, 0, teams));
            if (number < again) {
                uses.add(ItemUse.run(actor, "2026-10-20T10:00:00Z", TEMPLATE, 0, teams));
                tables.outcome("task-" + actor, TEMPLATE, actor, "completed", "2026-10-20T10:05:00Z", teams);
                uses.add(ItemUse.act(actor, "2026-10-27T10:00:00Z", "portal", "click", "", teams));
                answer(tables, actor, teams, "satisfaction", "4", "");
                answer(tables, actor, teams, "what-to-improve", "NULL", "wish of " + team);
            }
        }
    }

    private static void answer(Tables tables, int actor, String[] teams, String question, String score, String text)
            throws SQLException {
        tables.execute(
                "INSERT INTO survey_answers VALUES ('developer-pulse', '%s', '%s', toDateTime64('2026-10-21 10:00:00', 3, 'UTC'), '%s', ['%s'], %s, '%s')"
                        .formatted(question, Tables.actor(actor), question, String.join("','", teams), score, text));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** Of the department and its teams; null when withheld. */
    private static List<String> told(String target, String pointer) {
        List<String> told = new ArrayList<>();
        for (String team : List.of(DEPARTMENT, A, B, C)) {
            told.add(api.json(target + "&team=" + team).at(pointer).toString());
        }
        return told;
    }

    /** The same of the template's row; empty where it has none. */
    private static List<String> ofTemplate(String target, String pointer) {
        List<String> told = new ArrayList<>();
        for (String team : List.of(DEPARTMENT, A, B, C)) {
            String value = "";
            for (JsonNode row : api.json(target + "&team=" + team).get("rows")) {
                String name = row.path("item").asText() + row.path("template").asText();
                value = name.equals(TEMPLATE) ? row.at(pointer).toString() : value;
            }
            told.add(value);
        }
        return told;
    }

    @Test
    void runsOfAWeekAreNotTheRestOfTheDepartment() {
        // Two of b ran it, so it isn't told of b, nor of the sister of fewest people; nor the other template, of which
        // all runs but those are.
        String list = "/api/v1/top/templates?" + SECOND;
        assertThat(ofTemplate(list, "/count")).containsExactly("18", "null", "", "9");
        assertThat(ofTemplate("/api/v1/templates?" + SECOND, "/runs")).containsExactly("18", "null", "", "9");
        // Both templates of the sister are named, and one of b
        assertThat(told(list, "/withheldItems")).containsExactly("0", "0", "1", "0");
    }

    @Test
    void aWeekOfATrendIsNotTheRestOfTheDepartment() {
        String list = "/api/v1/top/templates?" + WEEKS;
        assertThat(ofTemplate(list, "/count")).containsExactly("39", "14", "7", "18");
        assertThat(ofTemplate(list, "/trend/0/count")).containsExactly("21", "null", "null", "9");
        assertThat(ofTemplate(list, "/trend/1/count")).containsExactly("18", "null", "null", "9");
    }

    @Test
    void whatWasBeforeIsNotTheRestOfTheDepartment() {
        String list = "/api/v1/top/templates?compare=previous&from=2026-10-26&to=2026-11-01";
        assertThat(api.json(list).get("rows")).isEmpty();
        String later = "/api/v1/top/templates?compare=previous&" + SECOND;
        assertThat(ofTemplate(later, "/previous")).containsExactly("21", "null", "", "9");
    }

    @Test
    void stagesAreNotTheRestOfTheDepartment() {
        assertThat(told("/api/v1/templates/funnel?template=" + TEMPLATE + "&" + SECOND, "/rows/0/stages/1/people"))
                .containsExactly("18", "null", "", "9");
        assertThat(told("/api/v1/templates/funnel?template=" + TEMPLATE + "&" + SECOND, "/rows/0/stages/2/people"))
                .containsExactly("18", "null", "", "9");
        // Of the department three are lost between the steps, of b too
        assertThat(told(
                        "/api/v1/funnel?step=templates:open&step=templates:create:" + TEMPLATE + "&" + SECOND,
                        "/rows/1/people"))
                .containsExactly("null", "7", "null", "9");
    }

    @Test
    void kpisAboutOthersThanTheActiveAreNotTheRestOfTheDepartment() {
        String kpi = "/api/v1/kpis/template-runs-completed?granularity=total&" + SECOND;
        assertThat(told(kpi, "/rows/0/value")).containsExactly("18", "null", "null", "9");
        assertThat(told(kpi, "/rows/0/withheldBecause")).containsExactly("", "\"neighbours\"", "\"few-people\"", "");
        // Asked together they are withheld alike
        JsonNode all = api.json("/api/v1/kpis/template-runs-completed?granularity=total&groupBy=team&" + SECOND)
                .get("rows");
        assertThat(all)
                .extracting(row -> row.get("team").asText() + " " + row.get("value"))
                .containsExactly(A + " null", B + " null", C + " 9", DEPARTMENT + " 18", "org 18");
    }

    @Test
    void whoStayedIsNotTheRestOfTheDepartment() {
        String retention = "/api/v1/retention?granularity=week&from=2026-10-12&to=2026-11-01";
        assertThat(told(retention, "/rows/0/people")).containsExactly("21", "7", "5", "9");
        assertThat(told(retention, "/rows/0/cells/1/value")).containsExactly("21", "7", "5", "9");
        assertThat(told(retention, "/rows/0/cells/2/value")).containsExactly("18", "null", "null", "9");
    }

    @Test
    void answersAreNotTheRestOfTheDepartment() {
        String survey = "/api/v1/surveys/developer-pulse?" + SECOND;
        int scored = question("satisfaction");
        int text = question("what-to-improve");
        assertThat(told(survey, "/questions/" + scored + "/answers")).containsExactly("18", "null", "null", "9");
        assertThat(told(survey, "/questions/" + scored + "/mean")).containsExactly("4.0", "null", "null", "4.0");
        assertThat(told(survey, "/questions/" + text + "/answers")).containsExactly("18", "null", "null", "9");
        assertThat(told(survey, "/questions/" + text + "/texts")).element(2).isEqualTo("[]");
        assertThat(told(survey + "&granularity=week", "/questions/" + scored + "/trend/0/answers"))
                .containsExactly("18", "null", "null", "9");
    }

    private static int question(String id) {
        JsonNode questions =
                api.json("/api/v1/surveys/developer-pulse?" + SECOND).get("questions");
        return IntStream.range(0, questions.size())
                .filter(number -> questions.get(number).get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
