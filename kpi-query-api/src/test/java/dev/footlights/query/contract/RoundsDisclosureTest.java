package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.privacy.Equations;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What few people do now and then isn't told by subtracting one stretch of days from another. In random teams everybody answers a
 * survey once, has a template's task run to its end once, joined on some day, and may read docs on it for the first time; others of the
 * team are there every day. The
 * attacker asks every team for every stretch of six days around a Monday, and solves it all.
 */
class RoundsDisclosureTest {
    private static final int FLOOR = 5;
    private static final int DAYS = 6;
    /** Steps of the checklist, of which only one is ever unlocked. */
    private static final int STEPS = 8;

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 11);
    private static final List<String> TEAMS = List.of("org", "d1", "d2", "a", "b", "c", "x", "y");
    private static final Map<String, String> PARENTS = Map.of("a", "d1", "b", "d1", "c", "d1", "x", "d2", "y", "d2");

    /**
     * Somebody of a team.
     *
     * @param day on which they do it
     * @param counts whether it is counted: the higher score, a task that is completed, a visit in time, docs read
     */
    record Person(int actor, String leaf, int day, boolean counts) {
        String[] teams() {
            return new String[] {leaf, parent(leaf), "org"};
        }

        LocalDate date() {
            return FIRST.plusDays(day);
        }

        boolean isIn(String team) {
            return List.of(teams()).contains(team);
        }
    }

    /** Days from the first to before the last. */
    record Days(int from, int to) {
        boolean hold(Person person) {
            return person.day() >= from && person.day() < to;
        }

        String text() {
            return "from=" + FIRST.plusDays(from) + "&to=" + FIRST.plusDays(to - 1L);
        }
    }

    /** An organisation, and the service that tells of it. */
    record Organisation(List<Person> people, ApiUnderTest api) {}

    private static final List<Organisation> ORGANISATIONS =
            Stream.of(1, 2, 3).map(RoundsDisclosureTest::organisation).toList();

    /** What is told: how many of those that count, of a team in some days; empty when withheld. */
    enum Told {
        /** A score is one more where it counts. */
        SCORES("/api/v1/surveys/developer-pulse?") {
            @Override
            OptionalLong number(JsonNode json, long headcount) {
                JsonNode question = json.at("/questions/0");
                long answers = question.get("answers").asLong();
                return question.get("withheld").asBoolean()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.round((question.path("mean").asDouble(1) - 1) * answers));
            }
        },
        RUNS("/api/v1/kpis/template-runs-completed?granularity=total&") {
            @Override
            OptionalLong number(JsonNode json, long headcount) {
                return at(json, "/rows/0/value");
            }
        },
        /** The same of the only template, which has a row when anybody had a task. */
        TEMPLATES("/api/v1/templates/funnel?") {
            @Override
            OptionalLong number(JsonNode json, long headcount) {
                if (json.get("withheldItems").isNull()
                        || json.get("withheldItems").asInt() > 0) {
                    return OptionalLong.empty();
                }
                JsonNode stages = json.at("/rows/0/stages");
                return stages.isMissingNode() ? OptionalLong.of(0) : at(stages, "/" + (stages.size() - 1) + "/events");
            }
        },
        VISITS("/api/v1/onboarding?") {
            @Override
            OptionalLong number(JsonNode json, long headcount) {
                return at(json, "/newcomers/within7Days/activated");
            }
        },
        /** All that were unlocked until the last day. */
        STEP("/api/v1/onboarding?", true) {
            @Override
            OptionalLong number(JsonNode json, long headcount) {
                for (JsonNode step : json.get("features")) {
                    if (step.get("feature").asText().equals("techdocs")) {
                        return at(step, "/people");
                    }
                }
                throw new AssertionError("techdocs is a step");
            }
        },
        PROGRESS("/api/v1/kpis/checklist-progress?granularity=total&", true) {
            @Override
            OptionalLong number(JsonNode json, long headcount) {
                JsonNode value = json.at("/rows/0/value");
                return value.isNull()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.round(value.asDouble() * headcount * STEPS));
            }
        };

        private final String target;
        private final boolean untilEnd;

        Told(String target) {
            this(target, false);
        }

        /** @param untilEnd whether it is of all days until the last, and about those only who count */
        Told(String target, boolean untilEnd) {
            this.target = target;
            this.untilEnd = untilEnd;
        }

        Days days(Days asked) {
            return untilEnd ? new Days(0, asked.to()) : asked;
        }

        boolean isAbout(Person person) {
            return !untilEnd || person.counts();
        }

        abstract OptionalLong number(JsonNode json, long headcount);

        OptionalLong of(Organisation organisation, String team, Days days) {
            return number(
                    organisation.api().json(target + days.text() + "&team=" + team),
                    people(organisation, team, new Days(0, DAYS), any -> true));
        }

        static OptionalLong at(JsonNode json, String pointer) {
            JsonNode value = json.at(pointer);
            return value.isNull() ? OptionalLong.empty() : OptionalLong.of(value.asLong());
        }
    }

    private static String parent(String leaf) {
        return PARENTS.getOrDefault(leaf, "org");
    }

    private static Organisation organisation(int seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (String leaf : PARENTS.keySet().stream().sorted().toList()) {
            int size = 5 + random.nextInt(12);
            for (int number = 0; number < size; number++) {
                // Most do it in the first days
                int day = (int) (DAYS * random.nextDouble() * random.nextDouble());
                people.add(new Person(people.size() + 1, leaf, day, random.nextBoolean()));
            }
        }
        return new Organisation(
                people,
                FilledStore.of("rounds_" + seed, "UTC", tables -> fill(tables, people))
                        .api(FLOOR, "2026-10-28T12:00:00Z"));
    }

    private static void fill(Tables tables, List<Person> people) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team("d1", "One", "org", true);
        tables.team("d2", "Two", "org", true);
        List<Use> uses = new ArrayList<>();
        int veteran = 1000;
        for (String leaf : PARENTS.keySet()) {
            tables.team(leaf, leaf, parent(leaf), true);
            for (int number = 0; number < FLOOR + 1; number++, veteran++) {
                for (int day = -14; day < DAYS + 14; day++) {
                    for (String feature : List.of("catalog", "techdocs")) {
                        uses.add(Use.event(
                                veteran, FIRST.plusDays(day) + "T09:00:00Z", feature, leaf, parent(leaf), "org"));
                    }
                }
            }
        }
        for (Person person : people) {
            String teams = "['" + String.join("','", person.teams()) + "']";
            tables.execute(
                    "INSERT INTO survey_answers VALUES ('developer-pulse', 'satisfaction', '%s', '%s', 'e%d', %s, %d, '')"
                            .formatted(
                                    Tables.actor(person.actor()),
                                    person.date() + " 10:00:00",
                                    person.actor(),
                                    teams,
                                    person.counts() ? 2 : 1));
            tables.execute("INSERT INTO roster VALUES ('%s', [], %s, '%s', 1, 2)"
                    .formatted(Tables.actor(person.actor()), teams, person.date() + " 10:00:00"));
            tables.outcome(
                    "task-" + person.actor(),
                    "template:default/service",
                    person.actor(),
                    person.counts() ? "completed" : "failed",
                    person.date() + "T10:00:00Z",
                    person.teams());
            if (person.counts()) {
                uses.add(Use.event(person.actor(), person.date() + "T10:00:00Z", "techdocs", person.teams()));
            }
            uses.add(Use.event(
                    person.actor(),
                    person.date().plusDays(person.counts() ? 1 : 20) + "T10:00:00Z",
                    "catalog",
                    person.teams()));
        }
        tables.load(uses);
    }

    @AfterAll
    static void stop() {
        ORGANISATIONS.forEach(each -> each.api().close());
    }

    static Stream<Object[]> everything() {
        return Stream.of(Told.values())
                .flatMap(told ->
                        IntStream.range(0, ORGANISATIONS.size()).mapToObj(number -> new Object[] {told, number}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void nothingOfFewFollows(Told told, int number) {
        Organisation organisation = ORGANISATIONS.get(number);
        List<Days> stretches = stretches(told);
        List<String> leaves = PARENTS.keySet().stream().sorted().toList();
        Equations equations = new Equations(leaves.size() * DAYS);
        int enough = 0;
        int enoughTold = 0;
        for (Days days : stretches) {
            for (String team : TEAMS) {
                OptionalLong figure = told.of(organisation, team, days);
                Days about = told.days(days);
                long people = people(organisation, team, about, told::isAbout);
                enough += people >= FLOOR ? 1 : 0;
                if (figure.isEmpty()) {
                    continue;
                }
                enoughTold += people >= FLOOR ? 1 : 0;
                assertThat(figure.getAsLong())
                        .as(team + " " + days)
                        .isEqualTo(people(organisation, team, about, Person::counts));
                long[] sum = sum(leaves, team, about);
                equations.add(sum);
                if (people == 0) {
                    equations.addNothing(sum);
                }
            }
        }
        List<String> leaks = new ArrayList<>();
        for (Days days : stretches) {
            for (String team : TEAMS) {
                long people = people(organisation, team, days, told::isAbout);
                if (people > 0 && people < FLOOR && equations.tell(sum(leaves, team, days))) {
                    leaks.add(team + " " + days + " of " + people);
                }
            }
        }
        System.out.printf("%s %d: of %d figures of enough people %d are told.%n", told, number, enough, enoughTold);
        assertThat(leaks).isEmpty();
        assertThat(enoughTold).isGreaterThan(enough / 10);
    }

    /** Where the first day doesn't matter, only the longest and the shortest until each last day. */
    private static List<Days> stretches(Told told) {
        List<Days> stretches = new ArrayList<>();
        for (int from = 0; from < DAYS; from++) {
            for (int to = from + 1; to <= DAYS; to++) {
                if (!told.untilEnd || from == 0 || to == from + 1) {
                    stretches.add(new Days(from, to));
                }
            }
        }
        return stretches;
    }

    private static long people(Organisation organisation, String team, Days days, Predicate<Person> counted) {
        return organisation.people().stream()
                .filter(person -> person.isIn(team) && days.hold(person) && counted.test(person))
                .count();
    }

    private static long[] sum(List<String> leaves, String team, Days days) {
        long[] sum = new long[leaves.size() * DAYS];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            String name = leaves.get(leaf);
            if (team.equals(name) || team.equals("org") || team.equals(parent(name))) {
                for (int day = days.from(); day < days.to(); day++) {
                    sum[leaf * DAYS + day] = 1;
                }
            }
        }
        return sum;
    }
}
