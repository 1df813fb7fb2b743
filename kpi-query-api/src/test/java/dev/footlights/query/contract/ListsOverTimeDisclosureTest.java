package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.privacy.Equations;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What few people did with something isn't told by lists of other days, of other teams or by other lists. The attacker asks for
 * the lists of every team and every stretch of six days around a Monday, for their trends and for the KPIs they add up to, and solves
 * it all. What a list lacks from which nothing is withheld wasn't used.
 */
class ListsOverTimeDisclosureTest {
    private static final int FLOOR = 5;
    private static final int DAYS = 6;
    private static final int ITEMS = 4;
    private static final int ORGANISATIONS = Integer.getInteger("footlights.test.lists.trials", 1);
    private static final List<String> TEAMS = List.of("org", "d1", "d2", "a", "b", "c", "x", "y");
    private static final List<String> LEAVES = List.of("a", "b", "c", "x", "y");
    private static final Map<String, String> PARENTS = Map.of("a", "d1", "b", "d1", "c", "d1", "x", "d2", "y", "d2");

    /** Somebody's use of something. */
    record Act(int actor, String leaf, String feature, String item, int day) {
        boolean isIn(String team) {
            return team.equals("org") || team.equals(leaf) || team.equals(parent(leaf));
        }
    }

    /** Days from the first to before the last. */
    record Days(int from, int to) {
        boolean hold(Act act) {
            return act.day() >= from && act.day() < to;
        }

        String text(LocalDate first) {
            return "from=" + first.plusDays(from) + "&to=" + first.plusDays(to - 1L);
        }
    }

    /**
     * A list, or those of its items that are named alike, and which acts they count.
     *
     * @param items what their names begin with; then comes the number
     */
    record Listed(String path, String name, String items, Predicate<Act> counts) {
        String row(String item) {
            return items + item.charAt(item.length() - 1);
        }
    }

    /** Makes a fact of an act. */
    interface Making {
        ItemUse use(Act act, String at, String... teams);
    }

    /**
     * Lists that are about the same acts.
     *
     * @param kpi that tells as much of each feature
     * @param items what their names begin with
     */
    record About(String name, String kpi, List<String> features, List<Listed> lists, String items, Making making) {
        static final List<About> ALL = List.of(
                new About(
                        "pages",
                        "page-views",
                        List.of("techdocs", "software-catalog", "ci-cd"),
                        List.of(
                                new Listed("/api/v1/top/docs", "item", "component:default/c", About::isOfDocs),
                                new Listed(
                                        "/api/v1/top/entities", "item", "component:default/c", act -> !isOfDocs(act)),
                                new Listed("/api/v1/top/pages", "item", "/docs/default/component/c", About::isOfDocs),
                                new Listed("/api/v1/top/pages", "item", "component:default/c", act -> !isOfDocs(act))),
                        "component:default/c",
                        (act, at, teams) -> ItemUse.view(act.actor(), at, act.feature(), act.item(), teams)),
                new About(
                        "terms",
                        "searches",
                        List.of("search"),
                        List.of(new Listed("/api/v1/top/search-terms", "item", "term ", act -> true)),
                        "term ",
                        (act, at, teams) -> ItemUse.search(act.actor(), at, act.item(), true, false, teams)),
                new About(
                        "templates",
                        "template-runs",
                        List.of("templates"),
                        List.of(
                                new Listed("/api/v1/top/templates", "item", "template:default/t", act -> true),
                                new Listed("/api/v1/templates", "template", "template:default/t", act -> true)),
                        "template:default/t",
                        (act, at, teams) -> ItemUse.run(act.actor(), at, act.item(), 0, teams)));

        static boolean isOfDocs(Act act) {
            return act.feature().equals("techdocs");
        }

        String item(int number) {
            return items + number;
        }
    }

    private static String parent(String leaf) {
        return PARENTS.getOrDefault(leaf, "org");
    }

    static Stream<Object[]> everything() {
        return About.ALL.stream()
                .flatMap(about -> IntStream.rangeClosed(2, ORGANISATIONS + 1)
                        .mapToObj(seed -> new Object[] {about.name(), seed, about}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void nothingOfFewFollows(String name, int seed, About about) throws Exception {
        // Around the middle of a month, and around its end
        LocalDate monday = LocalDate.of(2026, 10, seed % 2 == 0 ? 12 : 5).plusWeeks(seed % 2 == 0 ? 0 : 4);
        LocalDate first = monday.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
        List<Act> acts = acts(about, new Random(seed));
        Attack attack = new Attack(about, acts);
        try (ApiUnderTest api = FilledStore.of(
                        "lists_over_time_" + about.name() + "_" + seed,
                        "UTC",
                        tables -> fill(tables, about, acts, first))
                .api(FLOOR, "2026-11-28T12:00:00Z")) {
            for (Days days : stretches()) {
                attack.ask(api, days, first);
            }
        }
        List<String> leaks = attack.leaks();
        int careless = Attack.careless(about, acts).leaks().size();
        System.out.printf(
                "%s %d: of %d items of enough people %d are told; %d figures of few followed if only they were withheld.%n",
                about.name(), seed, attack.enough, attack.told, careless);
        assertThat(leaks).isEmpty();
        assertThat(attack.told).isGreaterThan(attack.enough / 10);
        assertThat(careless).isGreaterThan(100);
    }

    private static List<Act> acts(About about, Random random) {
        List<Act> acts = new ArrayList<>();
        int actor = 0;
        for (String leaf : LEAVES) {
            int regulars = random.nextInt(4) == 0 ? 2 : FLOOR + 1;
            for (int number = 0; number < regulars; number++) {
                actor++;
                for (int day = 0; day < DAYS; day++) {
                    for (String feature : about.features()) {
                        acts.add(new Act(actor, leaf, feature, about.item(0), day));
                    }
                }
            }
            int size = 4 + random.nextInt(12);
            for (int number = 0; number < size; number++) {
                actor++;
                for (int item = 1; item < ITEMS; item++) {
                    for (String feature : about.features()) {
                        if (random.nextInt(item + 1) == 0) {
                            int day = random.nextInt(DAYS);
                            acts.add(new Act(actor, leaf, feature, about.item(item), day));
                            if (random.nextBoolean()) {
                                acts.add(new Act(actor, leaf, feature, about.item(item), random.nextInt(DAYS)));
                            }
                        }
                    }
                }
            }
            // What nearly every team has: something that hardly anyone ever used
            for (String feature : about.features()) {
                if (random.nextInt(4) > 0) {
                    acts.add(new Act(actor, leaf, feature, about.item(ITEMS), random.nextInt(DAYS)));
                    acts.add(new Act(actor - 1, leaf, feature, about.item(ITEMS), random.nextInt(DAYS)));
                }
            }
        }
        return List.copyOf(new LinkedHashSet<>(acts));
    }

    private static void fill(Tables tables, About about, List<Act> acts, LocalDate first) throws java.sql.SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team("d1", "One", "org", true);
        tables.team("d2", "Two", "org", true);
        for (String leaf : LEAVES) {
            tables.team(leaf, leaf, parent(leaf), true);
        }
        List<ItemUse> uses = new ArrayList<>();
        for (Act act : acts) {
            String[] teams = {act.leaf(), parent(act.leaf()), "org"};
            ItemUse use = about.making().use(act, first.plusDays(act.day()) + "T10:00:00Z", teams);
            uses.add(use);
            if (about.name().equals("terms")) {
                uses.add(ItemUse.searched(use));
            }
        }
        tables.loadItems(uses);
    }

    private static List<Days> stretches() {
        List<Days> stretches = new ArrayList<>();
        for (int from = 0; from < DAYS; from++) {
            for (int to = from + 1; to <= DAYS; to++) {
                stretches.add(new Days(from, to));
            }
        }
        return stretches;
    }

    /** What is known of the acts, and what follows. */
    private static final class Attack {
        private final About about;
        private final List<Act> acts;
        private final Map<Act, Integer> unknowns = new LinkedHashMap<>();
        private final Equations known;
        private int enough;
        private int told;

        Attack(About about, List<Act> acts) {
            this.about = about;
            this.acts = acts;
            Set<String> items = new LinkedHashSet<>();
            acts.forEach(act -> items.add(act.item()));
            for (String leaf : LEAVES) {
                for (String feature : about.features()) {
                    for (String item : items) {
                        // That somebody never used something is told elsewhere, for all that is known
                        if (acts.stream().anyMatch(each -> is(each, leaf, feature, item))) {
                            for (int day = 0; day < DAYS; day++) {
                                unknowns.put(new Act(0, leaf, feature, item, day), unknowns.size());
                            }
                        }
                    }
                }
            }
            this.known = new Equations(unknowns.size());
        }

        private static boolean is(Act act, String leaf, String feature, String item) {
            return act.leaf().equals(leaf)
                    && act.feature().equals(feature)
                    && act.item().equals(item);
        }

        /** All figures of enough people are told, and each list is said to be complete or not. */
        static Attack careless(About about, List<Act> acts) {
            Attack attack = new Attack(about, acts);
            for (Days days : stretches()) {
                for (String team : TEAMS) {
                    for (Listed list : about.lists()) {
                        attack.items().forEach(item -> {
                            if (attack.people(team, list, item, days) >= FLOOR) {
                                attack.known.add(attack.sum(team, list.counts(), item, days));
                            }
                        });
                    }
                }
            }
            return attack;
        }

        private Set<String> items() {
            return acts.stream().map(Act::item).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        void ask(ApiUnderTest api, Days days, LocalDate first) {
            for (String team : TEAMS) {
                Map<String, JsonNode> answers = new HashMap<>();
                for (Listed list : about.lists()) {
                    String target = list.path() + "?limit=1000&team=" + team + "&" + days.text(first);
                    list(answers.computeIfAbsent(target, api::json), list, team, days, first);
                }
            }
            api.json("/api/v1/matrix?limit=1000&kpi=" + about.kpi() + "&" + days.text(first))
                    .get("rows")
                    .forEach(row -> {
                        String feature = row.get("feature").asText();
                        if (!row.get("value").isNull()
                                && (feature.equals("*") || about.features().contains(feature))) {
                            tell(
                                    row.get("team").asText(),
                                    act -> feature.equals("*") || feature.equals(act.feature()),
                                    days,
                                    row.get("value").asLong());
                        }
                    });
        }

        private void list(JsonNode answer, Listed list, String team, Days days, LocalDate first) {
            Map<String, String> items = items().stream().collect(Collectors.toMap(list::row, item -> item));
            Set<String> missing = new HashSet<>(items());
            for (JsonNode row : answer.get("rows")) {
                String item = items.get(row.get(list.name()).asText());
                if (item == null) {
                    continue;
                }
                missing.remove(item);
                Predicate<Act> counted = list.counts().and(act -> act.item().equals(item));
                JsonNode count = row.has("count") ? row.get("count") : row.get("runs");
                if (!count.isNull()) {
                    assertThat(people(team, list, item, days)).isGreaterThanOrEqualTo(FLOOR);
                    told++;
                    tell(team, counted, days, count.asLong());
                }
                row.path("trend").forEach(point -> {
                    if (!point.get("count").isNull()) {
                        LocalDate monday = LocalDate.parse(point.get("period").asText());
                        int start = Math.max(days.from(), (int) (monday.toEpochDay() - first.toEpochDay()));
                        int end = Math.min(days.to(), (int) (monday.toEpochDay() + 7 - first.toEpochDay()));
                        tell(
                                team,
                                counted,
                                new Days(start, end),
                                point.get("count").asLong());
                    }
                });
            }
            enough += (int) items().stream()
                    .filter(item -> people(team, list, item, days) >= FLOOR)
                    .count();
            if (answer.get("withheldItems").asInt(1) == 0) {
                missing.forEach(item -> known.addNothing(sum(team, list.counts(), item, days)));
            }
        }

        private void tell(String team, Predicate<Act> counted, Days days, long value) {
            long real = acts.stream()
                    .filter(act -> act.isIn(team) && days.hold(act) && counted.test(act))
                    .count();
            assertThat(value).as("%s %s", team, days).isEqualTo(real);
            long[] sum = sum(team, counted, days);
            known.add(sum);
            if (real == 0) {
                known.addNothing(sum);
            }
        }

        private long people(String team, Listed list, String item, Days days) {
            return acts.stream()
                    .filter(act ->
                            act.isIn(team) && days.hold(act) && list.counts().test(act))
                    .filter(act -> act.item().equals(item))
                    .map(Act::actor)
                    .distinct()
                    .count();
        }

        private long[] sum(String team, Predicate<Act> counted, String item, Days days) {
            return sum(team, counted.and(act -> act.item().equals(item)), days);
        }

        private long[] sum(String team, Predicate<Act> counted, Days days) {
            long[] sum = new long[unknowns.size()];
            unknowns.forEach((act, number) -> {
                if (act.isIn(team) && days.hold(act) && counted.test(act)) {
                    sum[number] = 1;
                }
            });
            return sum;
        }

        List<String> leaks() {
            Map<String, String> leaks = new TreeMap<>();
            for (Days days : stretches()) {
                for (String team : TEAMS) {
                    for (Listed list : about.lists()) {
                        for (String item : items()) {
                            long people = people(team, list, item, days);
                            if (people > 0 && people < FLOOR && known.tell(sum(team, list.counts(), item, days))) {
                                leaks.put(list.path() + " " + team + " " + item + " " + days, "of " + people);
                            }
                        }
                    }
                }
            }
            return leaks.entrySet().stream().map(Object::toString).toList();
        }
    }
}
