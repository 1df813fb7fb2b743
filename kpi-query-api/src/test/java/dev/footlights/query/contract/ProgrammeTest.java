package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two departments with three teams of five people each, six newcomers in department B itself; the floor is five. The demo of
 * 12 October invited department A.
 */
class ProgrammeTest {
    private static final List<String> LEAVES = List.of("a1", "a2", "a3", "b1", "b2", "b3");
    private static final String OCTOBER = "from=2026-10-01&to=2026-10-31";
    private static final ApiUnderTest api = start();

    private static ApiUnderTest start() {
        try {
            ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store("programme");
            ZoneId utc = ZoneId.of("UTC");
            Tables tables = new Tables(store, utc);
            tables.team("org", "Everyone", "", true);
            tables.team("dept-a", "Department A", "org", true);
            tables.team("dept-b", "Department B", "org", true);
            List<Use> uses = new ArrayList<>();
            int[] before = {10, 10, 10, 10, 10, 10};
            int[] after = {20, 30, 40, 10, 10, 20};
            for (int team = 0; team < LEAVES.size(); team++) {
                String leaf = LEAVES.get(team);
                String department = "dept-" + leaf.charAt(0);
                tables.team(leaf, "Team " + leaf, department, true);
                for (int person = 0; person < 5; person++) {
                    tables.person(team * 10 + person, true, leaf, department, "org");
                }
                for (int use = 0; use < before[team]; use++) {
                    int actor = team * 10 + use % 5;
                    uses.add(Use.event(actor, "2026-09-29T10:00:00Z", "techdocs", leaf, department, "org"));
                }
                for (int use = 0; use < after[team]; use++) {
                    int actor = team * 10 + use % 5;
                    uses.add(Use.event(actor, "2026-10-14T10:00:00Z", "techdocs", leaf, department, "org"));
                }
                // The demo's own day counts on neither side.
                uses.add(Use.event(team * 10, "2026-10-12T10:00:00Z", "techdocs", leaf, department, "org"));
            }
            for (int person = 0; person < 5; person++) {
                uses.add(Use.event(person, "2026-10-14T11:00:00Z", "search", "a1", "dept-a", "org"));
            }
            uses.add(Use.event(10, "2026-10-15T11:00:00Z", "search", "a2", "dept-a", "org"));
            for (int newcomer = 100; newcomer < 106; newcomer++) {
                tables.person(newcomer, true, "dept-b", "org");
                store.execute(
                        "INSERT INTO roster SELECT actor, own_teams, teams, toDateTime64('2026-10-20 00:00:00', 3,"
                                + " 'UTC'), 1, 3 FROM roster FINAL WHERE actor = '" + Tables.actor(newcomer) + "'");
                String first = newcomer < 105 ? "2026-10-22T09:00:00Z" : "2026-11-10T09:00:00Z";
                uses.add(Use.event(newcomer, first, "home", "dept-b", "org"));
            }
            tables.load(uses);
            tables.asOf("2026-11-19T23:59:00Z");
            answers(store);
            checks(store);
            books(store);
            return new ApiUnderTest(store.settings(), utc, 5, Instant.parse("2026-11-20T00:00:00Z"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answers(ClickHouseUnderTest.Store store) throws SQLException {
        int[] scores = {5, 5, 5, 5, 5, 4};
        int[] recommend = {9, 10, 9, 3, 7, 9};
        for (int person = 0; person < scores.length; person++) {
            answer(store, "satisfaction", person, "2026-10-05", "'old'", "1");
            answer(store, "satisfaction", person, "2026-10-06", "'new'", Integer.toString(scores[person]));
            answer(store, "recommend", person, "2026-10-06", "'new'", Integer.toString(recommend[person]));
            // Off the scale: as if it weren't there.
            answer(store, "satisfaction", person, "2026-10-07", "'off'", "7");
            store.execute("INSERT INTO survey_answers VALUES ('developer-pulse', 'what-to-improve', '%s',"
                            .formatted(Tables.actor(person))
                    + " toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), 'text', ['dept-a', 'org'], NULL, 'wish " + person
                    + "')");
        }
        answer(store, "satisfaction", 50, "2026-10-28", "'one'", "2");
    }

    private static void answer(
            ClickHouseUnderTest.Store store, String question, int person, String day, String id, String score)
            throws SQLException {
        store.execute("INSERT INTO survey_answers VALUES ('developer-pulse', '%s', '%s', toDateTime64('%s 10:00:00', 3,"
                        .formatted(question, Tables.actor(person), day)
                + " 'UTC'), " + id + ", ['dept-a', 'org'], " + score + ", '')");
    }

    private static void checks(ClickHouseUnderTest.Store store) throws SQLException {
        store.execute("INSERT INTO check_results VALUES"
                + " ('owner', 'component:default/shop', toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), ['a1', 'dept-a',"
                + " 'org'], 'basics', 'bronze', 'none', 0, 1),"
                + " ('owner', 'component:default/shop', toDateTime64('2026-10-13 10:00:00', 3, 'UTC'), ['a1', 'dept-a',"
                + " 'org'], 'basics', 'bronze', 'team a1', 0, 1),"
                + " ('owner', 'component:default/shop', toDateTime64('2026-10-13 10:00:00', 3, 'UTC'), ['a1', 'dept-a',"
                + " 'org'], 'basics', 'bronze', 'team a1', 1, 2),"
                + " ('owner', 'component:default/till', toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), ['b1', 'dept-b',"
                + " 'org'], 'basics', 'bronze', 'none', 0, 1),"
                + " ('slo', 'component:default/till', toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), ['b1', 'dept-b',"
                + " 'org'], 'running', 'gold', '99', 1, 1)");
    }

    private static void books(ClickHouseUnderTest.Store store) throws SQLException {
        String slot = "toDateTime('2026-10-06 10:00:00', 'UTC')";
        store.execute("INSERT INTO event_ledger VALUES (" + slot + ", 'accepted', '', 0, 1, 1), (" + slot
                + ", 'accepted', '', 0, 60, 2), (" + slot + ", 'accepted', '', 1, 40, 1), (" + slot
                + ", 'folded', '', 0, 90, 1), (" + slot + ", 'duplicate', '', 0, 6, 1), (" + slot
                + ", 'late', 'late', 0, 3, 1), (" + slot + ", 'unusable', 'undecodable', 0, 1, 1)");
        String at = "toDateTime64('2026-10-06 10:00:00', 3, 'UTC')";
        store.execute("INSERT INTO failed_events VALUES (0, 0, " + at + ", 'late', 'ingest-service', 'native'), (0, 1, "
                + at + ", 'missing_field', 'ingest-service', 'native'), (0, 1, " + at
                + ", 'missing_field', 'ingest-service', 'native'), (0, 2, " + at
                + ", 'late', 'streams-processor', 'usage-event')");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** 30 people have used TechDocs, 6 of them search too; 36 people, 8 features: 36 of 288 steps. */
    @Test
    void onboardingOfTheOrganisation() {
        JsonNode answer = api.json("/api/v1/onboarding?" + OCTOBER);
        assertThat(answer.get("headcount").asInt()).isEqualTo(36);
        assertThat(answer.get("unlocked").asInt()).isEqualTo(2);
        assertThat(answer.get("total").asInt()).isEqualTo(8);
        assertThat(answer.get("progress").asDouble()).isEqualTo(0.125);
        assertThat(answer.get("distribution")).hasSize(9);
        assertThat(answer.at("/distribution/0/people").asInt()).isEqualTo(6);
        assertThat(answer.at("/distribution/1/people").asInt()).isEqualTo(24);
        assertThat(answer.at("/distribution/2/people").asInt()).isEqualTo(6);
        JsonNode search = answer.at("/features/1");
        assertThat(search.get("feature").asText()).isEqualTo("search");
        assertThat(search.get("people").asInt()).isEqualTo(6);
        assertThat(search.get("share").asDouble()).isEqualTo(1.0 / 6);
        // Five came on the 29th at 10 and searched on 14 October at 11, one a day later: the median is 15 days and 1
        // hour.
        assertThat(search.get("medianDays").asDouble()).isCloseTo(15 + 1.0 / 24, within(1e-9));
        assertThat(search.get("firstUnlocked").asText()).isEqualTo("2026-10-14");
        assertThat(answer.at("/ladder/0/feature").asText()).isEqualTo("techdocs");
        assertThat(answer.at("/ladder/0/meanPlace").asDouble()).isEqualTo(1);
        assertThat(answer.at("/ladder/1/meanPlace").asDouble()).isEqualTo(2);
    }

    @Test
    void newcomersWithinSevenAndThirtyDays() {
        JsonNode newcomers = api.json("/api/v1/onboarding?" + OCTOBER).get("newcomers");
        assertThat(newcomers.get("joined").asInt()).isEqualTo(6);
        assertThat(newcomers.at("/within7Days/due").asInt()).isEqualTo(6);
        assertThat(newcomers.at("/within7Days/rate").asDouble()).isEqualTo(5.0 / 6);
        assertThat(newcomers.at("/within30Days/rate").asDouble()).isEqualTo(1);
    }

    /** In a2 five have used TechDocs and one search: neither that one nor the four others can be worked out. */
    @Test
    void smallCountsOfATeamAreKeptBack() {
        JsonNode answer = api.json("/api/v1/onboarding?team=a2&" + OCTOBER);
        assertThat(answer.get("distribution")).allMatch(row -> row.get("people").isNull());
        assertThat(answer.at("/features/1/people").isNull()).isTrue();
        assertThat(answer.at("/features/1/firstUnlocked").isNull()).isTrue();
        assertThat(answer.at("/features/2/people").isNull()).isTrue();
        assertThat(answer.at("/features/3/people").asInt()).isZero();
    }

    @Test
    void aPathHasItsOwnSteps() {
        JsonNode answer = api.json("/api/v1/onboarding?path=newcomer&" + OCTOBER);
        assertThat(answer.get("total").asInt()).isEqualTo(4);
        assertThat(answer.get("unlocked").asInt()).isEqualTo(3);
        assertThat(api.get("/api/v1/onboarding?path=newcomr").body()).contains("unknown-path", "newcomer");
    }

    @Test
    void singlePeopleAreNotTold() {
        HttpResponse<String> response = api.get("/api/v1/onboarding/people");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("privacy.minimum-group-size is 5");
    }

    /** Changes per person and week: 1, 2, 3 of those invited, 0, 0, 1 of the others. */
    @Test
    void theLiftIsTheDifferenceOfTheChanges() {
        String body = """
                {"id": "demo", "title": "Demo", "kind": "demo", "firstDay": "2026-10-12", "teams": ["dept-a"],
                 "features": ["techdocs"]}""";
        assertThat(api.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        JsonNode lift = api.json("/api/v1/annotations/demo/lift?kpi=events&weeks=2");
        assertThat(lift.get("feature").asText()).isEqualTo("techdocs");
        assertThat(lift.get("lift").asDouble()).isCloseTo(5.0 / 3, within(1e-9));
        assertThat(lift.get("degreesOfFreedom").asDouble()).isCloseTo(3.2, within(1e-9));
        double middle = (lift.get("low").asDouble() + lift.get("high").asDouble()) / 2;
        assertThat(middle).isCloseTo(5.0 / 3, within(1e-9));
        // The quantile of 3.2 degrees lies between those of 3 and 4, 3.182 and 2.776; times the error, 2/3.
        assertThat(lift.get("high").asDouble() - middle).isBetween(2.776 * 2 / 3, 3.182 * 2 / 3);
        assertThat(lift.at("/invited/before").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(lift.at("/invited/after").asDouble()).isCloseTo(3, within(1e-9));
        assertThat(lift.at("/others/change").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
        // Everybody was active in one of the two weeks, before and after.
        assertThat(api.json("/api/v1/annotations/demo/lift?kpi=adoption-rate&weeks=2")
                        .at("/invited/after")
                        .asDouble())
                .isCloseTo(0.5, within(1e-9));
        assertThat(api.json("/api/v1/annotations/demo/lift?weeks=6").get("why").asText())
                .contains("aren't over");
        // Of the others nobody searched; of those invited six.
        assertThat(api.json("/api/v1/annotations/demo/lift?kpi=events&feature=search&weeks=2")
                        .get("lift")
                        .isNumber())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"everybody | [] | nobody to compare with", "few | [\"a1\", \"a2\"] | 3 teams of enough people"})
    void aLiftIsRefusedWithItsReason(String id, String teams, String why) {
        String body =
                "{\"id\": \"%s\", \"title\": \"T\", \"firstDay\": \"2026-10-12\", \"teams\": %s}".formatted(id, teams);
        assertThat(api.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        JsonNode lift = api.json("/api/v1/annotations/" + id + "/lift?weeks=2");
        assertThat(lift.get("lift").isNull()).isTrue();
        assertThat(lift.get("why").asText()).contains(why);
    }

    /** The clock stands still, so all changes come in the same millisecond. */
    @Test
    void changesOfOneMillisecondKeepTheirOrder() {
        String body = "{\"id\": \"talk\", \"title\": \"%s\", \"kind\": \"talk\", \"firstDay\": \"2025-01-01\","
                + " \"note\": \"a\\nb 😀\", \"link\": \"https://example.org/x\"}";
        assertThat(api.send("POST", "/api/v1/annotations", body.formatted("0"))
                        .headers()
                        .firstValue("Location"))
                .contains("/api/v1/annotations/talk");
        assertThat(api.send("POST", "/api/v1/annotations", body.formatted("0")).statusCode())
                .isEqualTo(409);
        for (int change = 1; change <= 5; change++) {
            String title = Integer.toString(change);
            assertThat(api.send("PUT", "/api/v1/annotations/talk", body.formatted(title))
                            .statusCode())
                    .isEqualTo(200);
            JsonNode told = api.json("/api/v1/annotations/talk");
            assertThat(told.get("title").asText()).isEqualTo(title);
            assertThat(told.get("note").asText()).isEqualTo("a\nb 😀");
        }
        assertThat(api.json("/api/v1/annotations?from=2025-01-01&to=2025-01-01&team=a1")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.json("/api/v1/annotations?to=2024-12-31").get("total").asInt())
                .isZero();
        assertThat(api.send("DELETE", "/api/v1/annotations/talk", "").statusCode())
                .isEqualTo(204);
        assertThat(api.send("DELETE", "/api/v1/annotations/talk", "").statusCode())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/annotations/talk").statusCode()).isEqualTo(404);
        assertThat(api.send("POST", "/api/v1/annotations", body.formatted("again"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(api.json("/api/v1/annotations/talk").get("title").asText()).isEqualTo("again");
        assertThat(api.send("DELETE", "/api/v1/annotations/talk", "").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"title\": \"T\"}",
                "{\"firstDay\": \"2026-01-01\"}",
                "{\"title\": \"T\", \"title\": \"U\", \"firstDay\": \"2026-01-01\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-02-30\"}",
                "{\"title\": \"T\", \"firstDay\": \"1999-02-03\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"lastDay\": \"2026-01-01\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"lastDay\": \"2027-01-02\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"kind\": \"party\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"link\": \"javascript:alert(1)\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"link\": \"https://u:p@example.org\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"teams\": [1]}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"teams\": \"a1\"}",
                "{\"title\": \"T\\u0000\", \"firstDay\": \"2026-01-02\"}",
                "{\"title\": \"T\\ud800\", \"firstDay\": \"2026-01-02\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"id\": \"../x\"}",
                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\", \"color\": \"red\"}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}",
            })
    void whatIsNoAnnotationIsRefused(String body) {
        HttpResponse<String> response = api.send("POST", "/api/v1/annotations", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }

    @Test
    void hostileTextsAreKeptAsTheyAre() {
        String title = "'); DROP TABLE annotations; -- \\\\ ? {x:String} <script>";
        String body = "{\"id\": \"hostile\", \"title\": \"" + title + "\", \"firstDay\": \"2020-01-02\"}";
        assertThat(api.send("POST", "/api/v1/annotations", body).statusCode()).isEqualTo(201);
        assertThat(api.json("/api/v1/annotations/hostile").get("title").asText())
                .isEqualTo(title.replace("\\\\", "\\"));
        assertThat(api.send(
                                "POST",
                                "/api/v1/annotations",
                                "{\"title\": \"T\", \"firstDay\": \"2026-01-02\"," + " \"teams\": [\"a9\"]}")
                        .body())
                .contains("unknown-team");
        String value = URLEncoder.encode("' OR 1=1 --", StandardCharsets.UTF_8);
        for (String target : List.of(
                "/api/v1/onboarding?team=",
                "/api/v1/onboarding?path=",
                "/api/v1/onboarding?zone=",
                "/api/v1/champions?feature=",
                "/api/v1/champions?limit=",
                "/api/v1/annotations?from=",
                "/api/v1/annotations/hostile/lift?kpi=",
                "/api/v1/annotations/hostile/lift?weeks=",
                "/api/v1/surveys/developer-pulse?granularity=",
                "/api/v1/checks?team=",
                "/api/v1/checks?weeks=",
                "/api/v1/data-health?to=")) {
            assertThat(api.get(target + value).statusCode()).as(target).isIn(400, 404);
        }
        assertThat(api.json("/api/v1/checks?track=" + value).get("total").asInt())
                .isZero();
        assertThat(api.send("DELETE", "/api/v1/annotations/hostile", "").statusCode())
                .isEqualTo(204);
    }

    /** All of a1 searched, one of a2, nobody else. */
    @Test
    void championsAreMatchedWithinTheirDepartmentFirst() {
        JsonNode rows = api.json("/api/v1/champions?feature=search&" + OCTOBER).get("rows");
        assertThat(IntStream.range(0, rows.size())
                        .mapToObj(row -> rows.get(row).at("/weak/team").asText())
                        .toList())
                .containsExactly("a2", "a3", "b1", "b2", "b3");
        assertThat(rows).allMatch(row -> row.at("/strong/team").asText().equals("a1"));
        assertThat(rows.get(0).at("/weak/rate").isNull()).isTrue();
        assertThat(rows.get(0).get("gap").isNull()).isTrue();
        assertThat(rows.get(0).get("common").asText()).isEqualTo("dept-a");
        assertThat(rows.get(1).get("gap").asDouble()).isEqualTo(1);
        assertThat(rows.get(1).get("suggestion").asText())
                .isEqualTo("Ask Team a1 to show Search to Team a3: 100 % of the people there use it, here 0 %.");
        assertThat(api.json("/api/v1/champions?" + OCTOBER).get("rows")).hasSize(1);
    }

    /** The last answers are five times 5 and a 4, of seven people of the organisation one more a 2. */
    @Test
    void surveys() {
        JsonNode answer = api.json("/api/v1/surveys/developer-pulse?team=dept-a&granularity=week&" + OCTOBER);
        JsonNode satisfaction = answer.at("/questions/0");
        assertThat(satisfaction.get("answers").asInt()).isEqualTo(7);
        assertThat(satisfaction.get("responseRate").asDouble()).isEqualTo(7.0 / 15);
        assertThat(satisfaction.get("mean").asDouble()).isEqualTo(31.0 / 7);
        assertThat(satisfaction.get("distribution"))
                .allMatch(row -> row.get("withheld").asBoolean());
        // One answer in the week of the 26th: it and the six others are kept back, or total less the rest would tell
        // it.
        assertThat(satisfaction.get("trend"))
                .filteredOn(row -> row.get("withheld").asBoolean())
                .hasSize(2);
        assertThat(answer.at("/questions/1/nps").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/questions/2/texts")).hasSize(6);
        assertThat(api.json("/api/v1/surveys/developer-pulse?from=2026-10-28&to=2026-10-28")
                        .at("/questions/0/mean")
                        .isNull())
                .isTrue();
        assertThat(api.json("/api/v1/surveys").get("total").asInt()).isEqualTo(1);
        assertThat(api.get("/api/v1/surveys/pulse").body()).contains("unknown-survey", "developer-pulse");
    }

    @Test
    void checksByWeek() {
        JsonNode answer = api.json("/api/v1/checks?to=2026-10-18&weeks=2");
        assertThat(answer.at("/overall/weeks/0/rate").asDouble()).isEqualTo(1.0 / 3);
        assertThat(answer.at("/overall/rate").asDouble()).isEqualTo(2.0 / 3);
        assertThat(answer.at("/overall/movement").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(answer.get("teams")).hasSize(2);
        assertThat(answer.at("/teams/0/rate").asDouble()).isEqualTo(1);
        assertThat(answer.get("rows")).hasSize(1);
        assertThat(answer.at("/rows/0/entity").asText()).isEqualTo("component:default/till");
        assertThat(api.json("/api/v1/checks?track=running").at("/overall/rate").asDouble())
                .isEqualTo(1);
    }

    @Test
    void theBooksBalance() {
        JsonNode health = api.json("/api/v1/data-health?" + OCTOBER);
        assertThat(health.get("received").asInt()).isEqualTo(102);
        assertThat(health.get("rejected").asInt()).isEqualTo(2);
        assertThat(health.get("late").asInt()).isEqualTo(4);
        assertThat(health.get("duplicate").asInt()).isEqualTo(6);
        assertThat(health.get("lagSeconds").asInt()).isEqualTo(60);
        assertThat(health.at("/equations/accepted/holds").asBoolean()).isTrue();
        assertThat(health.at("/equations/accepted/right").asInt()).isEqualTo(100);
        assertThat(health.at("/withoutTeam/share").asDouble()).isZero();
    }
}
