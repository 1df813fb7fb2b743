package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.privacy.Equations;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    private static final Map<String, List<String>> CHILDREN =
            Map.of("org", List.of("d1", "d2", "d3"), "d1", List.of("a", "b", "c"), "d2", List.of("x", "y"));
    private static final List<String> TEAMS = List.of("org", "d1", "d2", "d3", "a", "b", "c", "x", "y");
    private static final List<String> LEAVES = List.of("a", "b", "c", "x", "y", "d3");
    private static final List<String> FORM = List.of("open", "step-1", "create");

    /** What one team's people did with one thing, and who they are. */
    private static final class Done {
        long amount;
        final Set<Integer> people = new HashSet<>();

        Done and(Done other) {
            Done both = new Done();
            both.amount = amount + other.amount;
            both.people.addAll(people);
            both.people.addAll(other.people);
            return both;
        }
    }

    /** Things by leaf and name; their amounts are what the attacker doesn't know. */
    private static final class Facts {
        private final Map<String, Map<String, Done>> leaves = new LinkedHashMap<>();

        void add(String leaf, String thing, int actor, long amount) {
            Done done = leaves.computeIfAbsent(leaf, any -> new LinkedHashMap<>())
                    .computeIfAbsent(thing, any -> new Done());
            done.amount += amount;
            done.people.add(actor);
        }

        /** A team's; empty when it has none of them. */
        Map<String, Done> of(String team) {
            Map<String, Done> all = new LinkedHashMap<>();
            below(team)
                    .forEach(leaf -> leaves.getOrDefault(leaf, Map.of())
                            .forEach((thing, done) -> all.merge(thing, done, Done::and)));
            return all;
        }

        private static List<String> below(String team) {
            return CHILDREN.containsKey(team)
                    ? CHILDREN.getOrDefault(team, List.of()).stream()
                            .flatMap(child -> below(child).stream())
                            .toList()
                    : List.of(team);
        }
    }

    /** What is known about some facts, and what follows. */
    private static final class Attack {
        private final Facts facts;
        private final List<String> unknowns = new ArrayList<>();
        private final Equations known;
        private final Set<String> told = new HashSet<>();

        Attack(Facts facts) {
            this.facts = facts;
            LEAVES.forEach(leaf -> facts.of("org").keySet().forEach(thing -> unknowns.add(leaf + "|" + thing)));
            this.known = new Equations(unknowns.size());
        }

        private long[] sum(String team, Set<String> things) {
            long[] sum = new long[unknowns.size()];
            for (String leaf : Facts.below(team)) {
                for (String thing : things) {
                    int unknown = unknowns.indexOf(leaf + "|" + thing);
                    if (unknown >= 0) {
                        sum[unknown] = 1;
                    }
                }
            }
            return sum;
        }

        void tell(String team, String thing) {
            told.add(team + "|" + thing);
            known.add(sum(team, Set.of(thing)));
        }

        void tellTotal(String team) {
            known.add(sum(team, facts.of("org").keySet()));
        }

        /** That a list is complete: what isn't in it wasn't done. */
        void tellTheRest(String team) {
            Set<String> rest = new HashSet<>(facts.of("org").keySet());
            rest.removeAll(facts.of(team).keySet());
            rest.forEach(thing -> known.add(sum(team, Set.of(thing))));
        }

        boolean byEnough(String team) {
            return facts.of(team).values().stream()
                            .reduce(new Done(), Done::and)
                            .people
                            .size()
                    >= FLOOR;
        }

        /** What is about few people and follows all the same. */
        List<String> leaks() {
            List<String> leaks = new ArrayList<>();
            for (String team : TEAMS) {
                facts.of(team).forEach((thing, done) -> {
                    if (done.people.size() < FLOOR && known.tell(sum(team, Set.of(thing)))) {
                        leaks.add(team + " " + thing + " of " + done.people);
                    }
                });
            }
            return leaks;
        }
    }

    /** A week of an organisation, in the store and as the attacker's facts, by what they are about. */
    private static final class Week {
        private final Random random;
        private final List<ItemUse> uses = new ArrayList<>();
        private final Map<String, Facts> facts = new HashMap<>();
        private final Map<Integer, Set<String>> stages = new HashMap<>();

        Week(long seed, Tables tables) throws SQLException {
            this.random = new Random(seed);
            tables.team("org", "Everyone", "", true);
            CHILDREN.forEach((parent, children) -> children.forEach(child -> {
                try {
                    tables.team(child, child, parent, true);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
            int actor = 0;
            for (String leaf : LEAVES) {
                String[] teams = lineage(leaf);
                int size = 2 + random.nextInt(18);
                for (int person = 0; person < size; person++) {
                    actor++;
                    tables.person(actor, true, teams);
                    act(leaf, actor, teams);
                }
            }
            tables.loadItems(uses);
        }

        private static String[] lineage(String leaf) {
            String above = CHILDREN.getOrDefault("d1", List.of()).contains(leaf)
                    ? "d1"
                    : CHILDREN.getOrDefault("d2", List.of()).contains(leaf) ? "d2" : "";
            return above.isEmpty() ? new String[] {leaf, "org"} : new String[] {leaf, above, "org"};
        }

        private Facts about(String list) {
            return facts.computeIfAbsent(list, any -> new Facts());
        }

        private String moment() {
            return "2026-10-%dT%02d:%02d:00Z"
                    .formatted(19 + random.nextInt(5), 8 + random.nextInt(9), 15 * random.nextInt(4));
        }

        private void act(String leaf, int actor, String[] teams) {
            for (int item = 0; item < 5; item++) {
                double zeal = 0.9 / (1 + item);
                String template = "template:default/t" + item;
                String doc = "component:default/c" + item;
                String term = "term " + item;
                int stage = 0;
                while (stage < FORM.size() && random.nextDouble() < zeal) {
                    String at = "2026-10-%dT10:%02d:00Z".formatted(19 + item, 15 * stage);
                    about("funnel").add(leaf, template + " " + FORM.get(stage), actor, 1);
                    stages.computeIfAbsent(actor, any -> new HashSet<>()).add(FORM.get(stage));
                    if (FORM.get(stage).equals("create")) {
                        uses.add(ItemUse.run(actor, at, template, 0, teams));
                        about("templates").add(leaf, template, actor, 1);
                    } else {
                        uses.add(ItemUse.act(actor, at, "templates", FORM.get(stage), template, teams));
                    }
                    about("plugins").add(leaf, "templates", actor, 1);
                    about("onboarding").add(leaf, "templates", actor, 1);
                    stage++;
                }
                if (random.nextDouble() < zeal) {
                    uses.add(ItemUse.view(actor, moment(), "techdocs", doc, teams));
                    about("docs").add(leaf, doc, actor, 1);
                    about("pages").add(leaf, doc, actor, 1);
                    about("plugins").add(leaf, "techdocs", actor, 1);
                    about("onboarding").add(leaf, "techdocs", actor, 1);
                }
                if (random.nextDouble() < zeal) {
                    boolean found = item % 2 == 0;
                    boolean opened = random.nextBoolean();
                    ItemUse search = ItemUse.search(actor, moment(), term, found, opened, teams);
                    uses.add(search);
                    uses.add(ItemUse.searched(search));
                    about("search-terms").add(leaf, term, actor, 1);
                    about("searches").add(leaf, "searches", actor, 1);
                    about("plugins").add(leaf, "search", actor, 1);
                    about("onboarding").add(leaf, "search", actor, 1);
                    if (!found) {
                        about("zero-result-terms").add(leaf, term, actor, 1);
                        about("searches").add(leaf, "zeroResults", actor, 1);
                    }
                    if (opened) {
                        about("searches").add(leaf, "opened", actor, 1);
                    }
                }
            }
            Set<String> been = stages.getOrDefault(actor, Set.of());
            for (String stage : FORM) {
                if (!been.contains(stage)) {
                    break;
                }
                about("steps").add(leaf, stage, actor, 1);
            }
        }
    }

    /** How much was told, and how much would follow if only what is about few people itself were withheld; by what is asked. */
    private static final Map<String, Integer> TOLD = new TreeMap<>();

    private static final Map<String, Integer> CARELESS = new TreeMap<>();

    private static List<String> careless(Facts facts) {
        Attack attack = new Attack(facts);
        for (String team : TEAMS) {
            boolean complete = true;
            for (Map.Entry<String, Done> done : facts.of(team).entrySet()) {
                if (done.getValue().people.size() >= FLOOR) {
                    attack.tell(team, done.getKey());
                } else {
                    complete = false;
                }
            }
            if (complete) {
                attack.tellTheRest(team);
            }
        }
        return attack.leaks();
    }

    @AfterAll
    static void theAttackIsWorthSomething() {
        assertThat(TOLD)
                .hasSize(11)
                .allSatisfy((asked, times) -> assertThat(times).as(asked).isPositive());
        assertThat(CARELESS)
                .hasSize(11)
                .allSatisfy((asked, leaks) -> assertThat(leaks).as(asked).isPositive());
    }

    private static JsonNode ask(ApiUnderTest api, String target, String team) {
        return api.json(target + (target.contains("?") ? "&" : "?") + "limit=1000&team=" + team + "&" + WEEK);
    }

    /** Rows of a list tell of the items they name. */
    private static void list(ApiUnderTest api, Attack attack, String target, String name) {
        for (String team : TEAMS) {
            JsonNode answer = ask(api, target, team);
            answer.get("rows").forEach(row -> attack.tell(team, row.get(name).asText()));
            if (answer.get("withheldItems").asInt(1) == 0) {
                attack.tellTheRest(team);
            }
        }
    }

    /**
     * The total of a list is what a KPI tells of all features, or of the one that the list is about. KPIs count what the people
     * active did, be they few who did it; where they are, a list of one item adds nothing to what its KPI tells.
     */
    private static void total(ApiUnderTest api, Attack attack, String kpi, String feature) {
        for (String team : TEAMS) {
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
        Week week = new Week(seed, new Tables(store, ZoneId.of("UTC")));
        Map<String, Function<ApiUnderTest, Attack>> attacks = new LinkedHashMap<>();
        Map.of(
                        "templates", "template-runs",
                        "docs", "page-views",
                        "pages", "page-views",
                        "plugins", "events",
                        "search-terms", "searches",
                        "zero-result-terms", "zero-result-searches")
                .forEach((list, kpi) -> attacks.put(list, api -> ofList(api, week, list, kpi)));
        attacks.put("runs", api -> ofRuns(api, week));
        attacks.put("funnel", api -> ofTemplates(api, week));
        attacks.put("steps", api -> ofSteps(api, week));
        attacks.put("searches", api -> ofSearches(api, week));
        attacks.put("onboarding", api -> ofOnboarding(api, week));
        try (ApiUnderTest api =
                new ApiUnderTest(store.settings(), ZoneId.of("UTC"), FLOOR, Instant.parse("2026-11-02T12:00:00Z"))) {
            for (Map.Entry<String, Function<ApiUnderTest, Attack>> each : attacks.entrySet()) {
                Attack attack = each.getValue().apply(api);
                assertThat(attack.leaks())
                        .as("%s, seed %d", each.getKey(), seed)
                        .isEmpty();
                TOLD.merge(each.getKey(), attack.told.size(), Integer::sum);
                CARELESS.merge(each.getKey(), careless(attack.facts).size(), Integer::sum);
            }
        }
    }

    private static Attack ofList(ApiUnderTest api, Week week, String list, String kpi) {
        Attack attack = new Attack(week.about(list));
        list(api, attack, "/api/v1/top/" + list, "item");
        total(api, attack, kpi, list.equals("docs") ? "techdocs" : "*");
        return attack;
    }

    private static Attack ofRuns(ApiUnderTest api, Week week) {
        Attack attack = new Attack(week.about("templates"));
        list(api, attack, "/api/v1/templates", "template");
        list(api, attack, "/api/v1/top/templates", "item");
        for (String team : TEAMS) {
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

    private static Attack ofTemplates(ApiUnderTest api, Week week) {
        Attack attack = new Attack(week.about("funnel"));
        for (String team : TEAMS) {
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

    private static Attack ofSteps(ApiUnderTest api, Week week) {
        Attack attack = new Attack(week.about("steps"));
        for (String team : TEAMS) {
            ask(api, "/api/v1/funnel?steps=templates:open,templates:step-1,templates:create", team)
                    .get("rows")
                    .forEach(row -> {
                        if (!row.get("withheld").asBoolean()) {
                            attack.tell(team, FORM.get(row.get("number").asInt() - 1));
                        }
                    });
        }
        return attack;
    }

    private static Attack ofSearches(ApiUnderTest api, Week week) {
        Attack attack = new Attack(week.about("searches"));
        for (String team : TEAMS) {
            JsonNode answer = api.json("/api/v1/searches?team=" + team + "&" + WEEK);
            for (String sum : List.of("searches", "zeroResults", "opened")) {
                if (!answer.get(sum).isNull()) {
                    attack.tell(team, sum);
                }
            }
        }
        return attack;
    }

    private static Attack ofOnboarding(ApiUnderTest api, Week week) {
        Attack attack = new Attack(week.about("onboarding"));
        for (String team : TEAMS) {
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
