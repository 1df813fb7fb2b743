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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What few people answered isn't told by subtracting one stretch of days from another. In random teams everybody answers a survey
 * once. The attacker asks every team for every stretch of six days around a Monday, and solves it all.
 */
class SurveyDisclosureTest {
    private static final int FLOOR = 5;
    private static final int DAYS = 6;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 11);
    private static final List<String> TEAMS = List.of("org", "d1", "d2", "a", "b", "c", "x", "y");
    private static final Map<String, String> PARENTS = Map.of("a", "d1", "b", "d1", "c", "d1", "x", "d2", "y", "d2");

    /**
     * Somebody of a team.
     *
     * @param day on which they answer
     * @param content whether the score is the higher one
     */
    record Person(int actor, String leaf, int day, boolean content) {
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
    private record Told(List<Person> people, ApiUnderTest api) {}

    private static final List<Told> ORGANISATIONS =
            Stream.of(1, 2, 3, 4).map(SurveyDisclosureTest::organisation).toList();

    private static String parent(String leaf) {
        return PARENTS.getOrDefault(leaf, "org");
    }

    private static Told organisation(int seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (String leaf : PARENTS.keySet().stream().sorted().toList()) {
            int size = 5 + random.nextInt(12);
            for (int number = 0; number < size; number++) {
                // Most answer in the first days
                int day = (int) (DAYS * random.nextDouble() * random.nextDouble());
                people.add(new Person(people.size() + 1, leaf, day, random.nextBoolean()));
            }
        }
        return new Told(
                people,
                FilledStore.of("survey_rounds_" + seed, "UTC", tables -> fill(tables, people))
                        .api(FLOOR, "2026-10-28T12:00:00Z"));
    }

    private static void fill(Tables tables, List<Person> people) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team("d1", "One", "org", true);
        tables.team("d2", "Two", "org", true);
        for (String leaf : PARENTS.keySet()) {
            tables.team(leaf, leaf, parent(leaf), true);
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
                                    person.content() ? 2 : 1));
        }
    }

    @AfterAll
    static void stop() {
        ORGANISATIONS.forEach(each -> each.api().close());
    }

    /** How many gave the higher score: a score is one more of those. Empty when withheld. */
    private static OptionalLong told(Told organisation, String team, Days days) {
        JsonNode question = organisation
                .api()
                .json("/api/v1/surveys/developer-pulse?" + days.text() + "&team=" + team)
                .at("/questions/0");
        long answers = question.get("answers").asLong();
        return question.get("withheld").asBoolean()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round((question.path("mean").asDouble(1) - 1) * answers));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nothingOfFewFollows(int number) {
        Told organisation = ORGANISATIONS.get(number);
        List<Days> stretches = stretches();
        List<String> leaves = PARENTS.keySet().stream().sorted().toList();
        Equations equations = new Equations(leaves.size() * DAYS);
        int enough = 0;
        int enoughTold = 0;
        for (Days days : stretches) {
            for (String team : TEAMS) {
                OptionalLong figure = told(organisation, team, days);
                long people = people(organisation, team, days, any -> true);
                enough += people >= FLOOR ? 1 : 0;
                if (figure.isEmpty()) {
                    continue;
                }
                enoughTold += people >= FLOOR ? 1 : 0;
                assertThat(figure.getAsLong())
                        .as(team + " " + days)
                        .isEqualTo(people(organisation, team, days, Person::content));
                long[] sum = sum(leaves, team, days);
                equations.add(sum);
                if (people == 0) {
                    equations.addNothing(sum);
                }
            }
        }
        List<String> leaks = new ArrayList<>();
        for (Days days : stretches) {
            for (String team : TEAMS) {
                long people = people(organisation, team, days, any -> true);
                if (people > 0 && people < FLOOR && equations.tell(sum(leaves, team, days))) {
                    leaks.add(team + " " + days + " of " + people);
                }
            }
        }
        System.out.printf("Of %d figures of enough people %d are told.%n", enough, enoughTold);
        assertThat(leaks).isEmpty();
        assertThat(enoughTold).isGreaterThan(enough / 10);
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

    private static long people(Told organisation, String team, Days days, Predicate<Person> counted) {
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
