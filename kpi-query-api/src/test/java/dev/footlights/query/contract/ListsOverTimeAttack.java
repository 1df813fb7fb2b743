package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.privacy.Equations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What lists of all teams and stretches of time tell of the acts in an organisation, and what follows for someone who does the algebra. */
final class ListsOverTimeAttack {
    static final int FLOOR = 5;
    static final int DAYS = 6;
    static final List<String> TEAMS = List.of("org", "d1", "d2", "a", "b", "c", "x", "y");
    static final List<String> LEAVES = List.of("a", "b", "c", "x", "y");
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
     * @param figure of a row; none where it isn't told
     */
    record Listed(
            String path,
            String name,
            String items,
            Predicate<Act> counts,
            Function<JsonNode, Optional<JsonNode>> figure) {
        Listed(String path, String name, String items, Predicate<Act> counts) {
            this(path, name, items, counts, row -> told(row, row.has("count") ? "count" : "runs"));
        }

        /** Those at a stage of each template's funnel. */
        static Listed ofStage(String items, String stage, Predicate<Act> counts) {
            return new Listed("/api/v1/templates/funnel", "template", items, counts, row -> {
                for (JsonNode each : row.get("stages")) {
                    if (each.get("stage").asText().equals(stage)) {
                        return told(each, "events");
                    }
                }
                return Optional.empty();
            });
        }

        private static Optional<JsonNode> told(JsonNode row, String field) {
            return Optional.of(row.get(field)).filter(figure -> !figure.isNull());
        }

        String row(String item) {
            return items + item.charAt(item.length() - 1);
        }
    }

    /** Makes facts of an act. */
    interface Making {
        List<ItemUse> uses(Act act, String at, String... teams);
    }

    /**
     * Lists that are about the same acts.
     *
     * @param kpi that tells as much of each feature, or of all together
     * @param items what their names begin with
     */
    record About(String name, String kpi, List<String> features, List<Listed> lists, String items, Making making) {
        String item(int number) {
            return items + number;
        }
    }

    static String parent(String leaf) {
        return PARENTS.getOrDefault(leaf, "org");
    }

    static List<Days> stretches() {
        List<Days> stretches = new ArrayList<>();
        for (int from = 0; from < DAYS; from++) {
            for (int to = from + 1; to <= DAYS; to++) {
                stretches.add(new Days(from, to));
            }
        }
        return stretches;
    }

    private final About about;
    private final List<Act> acts;
    private final Map<Act, Integer> unknowns = new LinkedHashMap<>();
    private final Equations known;
    private int enough;
    private int told;

    ListsOverTimeAttack(About about, List<Act> acts) {
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
    static ListsOverTimeAttack careless(About about, List<Act> acts) {
        ListsOverTimeAttack attack = new ListsOverTimeAttack(about, acts);
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
            list.figure().apply(row).ifPresent(figure -> {
                long people = people(team, list, item, days);
                assertThat(people == 0 || people >= FLOOR).isTrue();
                told += people == 0 ? 0 : 1;
                tell(team, counted, days, figure.asLong());
            });
            row.path("trend").forEach(point -> {
                if (!point.get("count").isNull()) {
                    LocalDate monday = LocalDate.parse(point.get("period").asText());
                    int start = Math.max(days.from(), (int) (monday.toEpochDay() - first.toEpochDay()));
                    int end = Math.min(days.to(), (int) (monday.toEpochDay() + 7 - first.toEpochDay()));
                    tell(team, counted, new Days(start, end), point.get("count").asLong());
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
                .filter(act -> act.isIn(team) && days.hold(act) && list.counts().test(act))
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

    /** How many items of enough people there are in all lists. */
    int enough() {
        return enough;
    }

    /** How many of these are told. */
    int told() {
        return told;
    }
}
