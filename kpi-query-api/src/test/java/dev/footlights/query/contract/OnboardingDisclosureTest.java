package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.privacy.Equations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing about few people follows from what is told of getting on board. The attacker asks all teams, and who used which feature
 * besides, and solves it: unknown is how many of each lowest team have unlocked each set of features. Of these all that is
 * told is a sum: those with a feature, with so many, and the features of all together, behind the mean. That few have unlocked
 * nothing isn't looked at: it is what adoption leaves of the headcount.
 */
class OnboardingDisclosureTest {
    private static final int FLOOR = 5;
    private static final String DAYS = "from=2026-09-01&to=2026-10-28";
    /** Those of the checklist that are ever unlocked, and last one that isn't on it. */
    private static final List<String> FEATURES =
            List.of("software-catalog", "search", "techdocs", "templates", "api-docs", "home");

    private static final int STEPS = FEATURES.size() - 1;
    private static final int SETS = 1 << FEATURES.size();
    private static final Map<String, String> PARENTS = Map.of("a", "d1", "b", "d1", "c", "d1", "x", "d2", "y", "d2");
    private static final List<String> LEAVES =
            PARENTS.keySet().stream().sorted().toList();
    private static final List<String> TEAMS = List.of("org", "d1", "d2", "a", "b", "c", "x", "y");
    private static final double[] CHANCES = {0, 0.1, 0.3, 0.6, 0.95};

    static LongStream seeds() {
        return LongStream.rangeClosed(
                Long.getLong("footlights.test.onboarding.first", 1),
                Integer.getInteger("footlights.test.onboarding.trials", 24));
    }

    /**
     * Somebody of a lowest team.
     *
     * @param unlocked bits of features
     */
    private record Person(int actor, String leaf, int unlocked) {}

    private static String parent(String leaf) {
        return PARENTS.getOrDefault(leaf, "org");
    }

    private static boolean holds(String team, String leaf) {
        return team.equals("org") || team.equals(leaf) || team.equals(parent(leaf));
    }

    private static List<Person> people(long seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (String leaf : LEAVES) {
            double[] chances = FEATURES.stream()
                    .mapToDouble(feature -> CHANCES[random.nextInt(CHANCES.length)])
                    .toArray();
            int size = 4 + random.nextInt(14);
            for (int number = 0; number < size; number++) {
                int unlocked = 0;
                for (int feature = 0; feature < chances.length; feature++) {
                    if (random.nextDouble() < chances[feature]) {
                        unlocked |= 1 << feature;
                    }
                }
                people.add(new Person(people.size() + 1, leaf, unlocked));
            }
        }
        return people;
    }

    private static void fill(Tables tables, List<Person> people) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team("d1", "One", "org", true);
        tables.team("d2", "Two", "org", true);
        for (String leaf : LEAVES) {
            tables.team(leaf, leaf, parent(leaf), true);
        }
        List<Use> uses = new ArrayList<>();
        for (Person person : people) {
            String[] teams = {person.leaf(), parent(person.leaf()), "org"};
            tables.execute("INSERT INTO roster VALUES ('%s', [], ['%s'], '2026-01-01 00:00:00', 1, 2)"
                    .formatted(Tables.actor(person.actor()), String.join("','", teams)));
            for (int feature = 0; feature < FEATURES.size(); feature++) {
                if ((person.unlocked() >> feature & 1) == 1) {
                    uses.add(Use.event(person.actor(), "2026-10-01T09:00:00Z", FEATURES.get(feature), teams));
                }
            }
        }
        tables.load(uses);
    }

    /**
     * A figure of a team.
     *
     * @param factor of those who have unlocked a set of features
     */
    private record Figure(String team, String name, IntUnaryOperator factor) {
        static Figure ofPeople(String team, String name, IntPredicate counted) {
            return new Figure(team, name, unlocked -> counted.test(unlocked) ? 1 : 0);
        }

        /** Factors of all that is unknown. */
        long[] sum() {
            long[] sum = new long[LEAVES.size() * SETS];
            for (int leaf = 0; leaf < LEAVES.size(); leaf++) {
                if (holds(team, LEAVES.get(leaf))) {
                    for (int unlocked = 0; unlocked < SETS; unlocked++) {
                        sum[leaf * SETS + unlocked] = factor.applyAsInt(unlocked);
                    }
                }
            }
            return sum;
        }

        long of(List<Person> people) {
            return people.stream()
                    .filter(person -> holds(team, person.leaf()))
                    .mapToLong(person -> factor.applyAsInt(person.unlocked()))
                    .sum();
        }

        /** Of people by how much they have unlocked: that nobody has unlocked so much may be known of the teams below as well. */
        boolean isOfNumber() {
            return name.startsWith("with ") || name.equals("mean");
        }

        @Override
        public String toString() {
            return team + " " + name;
        }
    }

    /** What somebody who asks everything knows of an organisation. */
    private static final class Attack {
        private final List<Person> people;
        private final List<Figure> few = new ArrayList<>();
        private final List<Figure> known = new ArrayList<>();
        private final List<Figure> knownByKpis = new ArrayList<>();

        Attack(List<Person> people) {
            this.people = people;
            for (String team : TEAMS) {
                // Headcounts are told
                Figure headcount = Figure.ofPeople(team, "headcount", any -> true);
                known.add(headcount);
                knownByKpis.add(headcount);
                for (int feature = 0; feature < FEATURES.size(); feature++) {
                    addFew(Figure.ofPeople(team, FEATURES.get(feature), having(feature)));
                }
                List<Figure> withNumbers = IntStream.rangeClosed(1, STEPS)
                        .mapToObj(number -> Figure.ofPeople(team, "with " + number, with(number)))
                        .filter(figure -> figure.of(people) > 0)
                        .toList();
                // How many have unlocked one of two numbers of features follows from the mean and from who was ever
                // active.
                if (withNumbers.size() > 2) {
                    withNumbers.forEach(this::addFew);
                }
                addFew(Figure.ofPeople(team, "users", unlocked -> unlocked != 0));
            }
        }

        static IntPredicate having(int feature) {
            return unlocked -> (unlocked >> feature & 1) == 1;
        }

        /** How many of them are on the checklist. */
        static int steps(int unlocked) {
            return Integer.bitCount(unlocked & (1 << STEPS) - 1);
        }

        static IntPredicate with(int number) {
            return unlocked -> steps(unlocked) == number;
        }

        private void addFew(Figure figure) {
            long number = figure.of(people);
            if (number > 0 && number < FLOOR) {
                few.add(figure);
            }
        }

        /** Takes in how many people are told, when it isn't null. */
        void tell(JsonNode value, Figure figure) {
            if (!value.isNull()) {
                assertThat(value.asLong()).as(figure.toString()).isEqualTo(figure.of(people));
                known.add(figure);
            }
        }

        /** By a KPI about who was ever active. */
        void tellByKpi(JsonNode value, Figure figure) {
            tell(value, figure);
            if (!value.isNull()) {
                knownByKpis.add(figure);
            }
        }

        void tellMean(JsonNode value, String team) {
            if (!value.isNull()) {
                known.add(new Figure(team, "mean", Attack::steps));
            }
        }

        /** Each with what it follows from; without what those KPIs tell by themselves, such as who was never there. */
        Map<Figure, List<Figure>> leaks() {
            Map<Figure, List<Figure>> leaks = new HashMap<>();
            Equations all = equations(known);
            Equations byKpis = equations(knownByKpis);
            for (Figure figure : few) {
                if (all.tell(figure.sum()) && !byKpis.tell(figure.sum())) {
                    leaks.put(figure, reasons(figure));
                }
            }
            return leaks;
        }

        private Equations equations(List<Figure> some) {
            Equations equations = new Equations(LEAVES.size() * SETS);
            some.forEach(figure -> equations.add(figure.sum()));
            some.stream()
                    .filter(figure -> figure.of(people) == 0 && !figure.isOfNumber())
                    .forEach(figure -> equations.addNothing(figure.sum()));
            return equations;
        }

        /** Without any of which it doesn't follow. */
        private List<Figure> reasons(Figure leak) {
            List<Figure> needed = new ArrayList<>(known);
            for (Figure each : known) {
                needed.remove(each);
                if (!equations(needed).tell(leak.sum())) {
                    needed.add(each);
                }
            }
            return needed;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingOfFewFollows(long seed) {
        List<Person> people = people(seed);
        Attack attack = new Attack(people);
        try (ApiUnderTest api = FilledStore.of("unlocked_" + seed, "UTC", tables -> fill(tables, people))
                .api(FLOOR, "2026-10-28T12:00:00Z")) {
            for (String team : TEAMS) {
                String asked = DAYS + "&team=" + team;
                JsonNode progress = api.json("/api/v1/onboarding?" + asked);
                for (JsonNode step : progress.get("features")) {
                    int feature = FEATURES.indexOf(step.get("feature").asText());
                    if (feature >= 0) {
                        attack.tell(
                                step.get("people"),
                                Figure.ofPeople(team, FEATURES.get(feature), Attack.having(feature)));
                    }
                }
                for (JsonNode row : progress.get("distribution")) {
                    int number = row.get("unlocked").asInt();
                    attack.tell(row.get("people"), Figure.ofPeople(team, "with " + number, Attack.with(number)));
                }
                attack.tellMean(progress.get("progress"), team);
                attack.tellMean(
                        api.json("/api/v1/kpis/checklist-progress?granularity=total&" + asked)
                                .at("/rows/0/value"),
                        team);
                for (JsonNode row : api.json("/api/v1/kpis/active-users?granularity=total&groupBy=feature&" + asked)
                        .get("rows")) {
                    int feature = FEATURES.indexOf(row.get("feature").asText());
                    if (feature >= 0) {
                        attack.tellByKpi(
                                row.get("value"),
                                Figure.ofPeople(team, "active " + FEATURES.get(feature), Attack.having(feature)));
                    }
                }
                attack.tellByKpi(
                        api.json("/api/v1/kpis/active-users?granularity=total&" + asked)
                                .at("/rows/0/value"),
                        Figure.ofPeople(team, "users", unlocked -> unlocked != 0));
            }
        }
        System.out.printf(
                "%d: %d figures are told, %d are of few people.%n", seed, attack.known.size(), attack.few.size());
        assertThat(attack.leaks()).isEmpty();
        assertThat(attack.known).hasSizeGreaterThan(2 * TEAMS.size());
    }
}
