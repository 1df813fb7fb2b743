package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody can work out what few people did from the lists of a week. The attacker asks for the lists of every team at every
 * level, and for the figures they add up to, and does the algebra. What a list lacks from which nothing is withheld wasn't done.
 */
class ListsDisclosureTest {
    private static final int FLOOR = 5;
    private static final String WEEK = "from=2026-10-19&to=2026-10-25";

    /** How much was told, and how much would follow if only what is about few people itself were withheld; by what is asked. */
    private static final Map<String, Integer> TOLD = new TreeMap<>();

    private static final Map<String, Integer> CARELESS = new TreeMap<>();

    @AfterAll
    static void theAttackIsWorthSomething() {
        assertThat(TOLD)
                .hasSize(12)
                .allSatisfy((asked, times) -> assertThat(times).as(asked).isPositive());
        assertThat(CARELESS)
                .hasSize(12)
                .allSatisfy((asked, leaks) -> assertThat(leaks).as(asked).isPositive());
    }

    private static JsonNode ask(ApiUnderTest api, String target, String team) {
        return api.json(target + (target.contains("?") ? "&" : "?") + "limit=1000&team=" + team + "&" + WEEK);
    }

    /** Rows of a list tell of the items they name, where they do more than that. */
    private static void list(ApiUnderTest api, ListAttack attack, String target, String name) {
        for (String team : LeafFacts.TEAMS) {
            JsonNode answer = ask(api, target, team);
            answer.get("rows").forEach(row -> {
                if (!row.path("withheld").asBoolean()) {
                    attack.tell(team, row.get(name).asText());
                }
            });
            if (answer.get("withheldItems").asInt(1) == 0) {
                attack.tellTheRest(team);
            }
        }
    }

    /**
     * The total of a list is what a KPI tells of all features, or of the one that the list is about. KPIs count what the people
     * active did, be they few who did it; where they are, a list of one item adds nothing to what its KPI tells.
     */
    private static void total(ApiUnderTest api, ListAttack attack, String kpi, String feature) {
        for (String team : LeafFacts.TEAMS) {
            JsonNode row = ask(api, "/api/v1/kpis/" + kpi + "?granularity=total&feature=" + feature, team)
                    .at("/rows/0");
            if (!row.get("withheld").asBoolean() && attack.byEnough(team)) {
                attack.tellTotal(team);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingOfFewPeopleFollowsFromLists(long seed) throws Exception {
        ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store("lists_disclosure_" + seed);
        RandomWeek week = new RandomWeek(seed, new Tables(store, ZoneId.of("UTC")));
        Map<String, Function<ApiUnderTest, ListAttack>> attacks = new LinkedHashMap<>();
        Map.of(
                        "templates", "template-runs",
                        "docs", "page-views",
                        "pages", "page-views",
                        "plugins", "events",
                        "search-terms", "searches",
                        "zero-result-terms", "zero-result-searches")
                .forEach((list, kpi) -> attacks.put(list, api -> ofList(api, week, list, kpi)));
        attacks.put("matrix", api -> ofMatrix(api, week));
        attacks.put("runs", api -> ofRuns(api, week));
        attacks.put("funnel", api -> ofTemplates(api, week));
        attacks.put("steps", api -> ofSteps(api, week));
        attacks.put("searches", api -> ofSearches(api, week));
        attacks.put("onboarding", api -> ofOnboarding(api, week));
        try (ApiUnderTest api =
                new ApiUnderTest(store.settings(), ZoneId.of("UTC"), FLOOR, Instant.parse("2026-11-02T12:00:00Z"))) {
            for (Map.Entry<String, Function<ApiUnderTest, ListAttack>> each : attacks.entrySet()) {
                ListAttack attack = each.getValue().apply(api);
                assertThat(attack.leaks())
                        .as("%s, seed %d", each.getKey(), seed)
                        .isEmpty();
                TOLD.merge(each.getKey(), attack.told(), Integer::sum);
                CARELESS.merge(
                        each.getKey(),
                        ListAttack.careless(attack.facts(), FLOOR).size(),
                        Integer::sum);
            }
        }
    }

    private static ListAttack ofList(ApiUnderTest api, RandomWeek week, String list, String kpi) {
        ListAttack attack = new ListAttack(week.about(list), FLOOR);
        list(api, attack, "/api/v1/top/" + list, "item");
        total(api, attack, kpi, list.equals("docs") ? "techdocs" : "*");
        return attack;
    }

    private static ListAttack ofMatrix(ApiUnderTest api, RandomWeek week) {
        ListAttack attack = new ListAttack(week.about("plugins"), FLOOR);
        for (JsonNode row :
                api.json("/api/v1/matrix?kpi=events&limit=1000&" + WEEK).get("rows")) {
            if (!row.get("withheld").asBoolean()) {
                attack.tell(row.get("team").asText(), row.get("feature").asText());
            }
        }
        total(api, attack, "events", "*");
        return attack;
    }

    private static ListAttack ofRuns(ApiUnderTest api, RandomWeek week) {
        ListAttack attack = new ListAttack(week.about("templates"), FLOOR);
        list(api, attack, "/api/v1/templates", "template");
        list(api, attack, "/api/v1/top/templates", "item");
        for (String team : LeafFacts.TEAMS) {
            ask(api, "/api/v1/templates/funnel", team).get("rows").forEach(funnel -> {
                for (JsonNode stage : funnel.get("stages")) {
                    if (stage.get("stage").asText().equals("create")
                            && !stage.get("withheld").asBoolean()
                            && stage.get("events").asLong() > 0) {
                        attack.tell(team, funnel.get("template").asText());
                    }
                }
            });
        }
        total(api, attack, "template-runs", "*");
        return attack;
    }

    private static ListAttack ofTemplates(ApiUnderTest api, RandomWeek week) {
        ListAttack attack = new ListAttack(week.about("funnel"), FLOOR);
        for (String team : LeafFacts.TEAMS) {
            JsonNode answer = ask(api, "/api/v1/templates/funnel", team);
            if (answer.get("withheldItems").asInt(1) == 0) {
                attack.tellTheRest(team);
            }
            answer.get("rows").forEach(funnel -> {
                for (JsonNode stage : funnel.get("stages")) {
                    if (!stage.get("withheld").asBoolean()) {
                        attack.tell(
                                team,
                                funnel.get("template").asText() + " "
                                        + stage.get("stage").asText());
                    }
                }
            });
        }
        return attack;
    }

    private static ListAttack ofSteps(ApiUnderTest api, RandomWeek week) {
        ListAttack attack = new ListAttack(week.about("steps"), FLOOR);
        for (String team : LeafFacts.TEAMS) {
            ask(api, "/api/v1/funnel?steps=templates:open,templates:step-1,templates:create", team)
                    .get("rows")
                    .forEach(row -> {
                        if (!row.get("withheld").asBoolean()) {
                            attack.tell(
                                    team, RandomWeek.FORM.get(row.get("number").asInt() - 1));
                        }
                    });
        }
        return attack;
    }

    private static ListAttack ofSearches(ApiUnderTest api, RandomWeek week) {
        ListAttack attack = new ListAttack(week.about("searches"), FLOOR);
        for (String team : LeafFacts.TEAMS) {
            JsonNode answer = api.json("/api/v1/searches?team=" + team + "&" + WEEK);
            for (String sum : List.of("searches", "zeroResults", "opened")) {
                if (!answer.get(sum).isNull()) {
                    attack.tell(team, sum);
                }
            }
        }
        return attack;
    }

    private static ListAttack ofOnboarding(ApiUnderTest api, RandomWeek week) {
        ListAttack attack = new ListAttack(week.about("onboarding"), FLOOR);
        for (String team : LeafFacts.TEAMS) {
            for (JsonNode step :
                    api.json("/api/v1/onboarding?team=" + team + "&" + WEEK).get("features")) {
                if (!step.get("withheld").asBoolean()) {
                    attack.tell(team, step.get("feature").asText());
                }
            }
        }
        return attack;
    }
}
