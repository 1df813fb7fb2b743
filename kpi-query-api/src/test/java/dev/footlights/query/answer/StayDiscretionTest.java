package dev.footlights.query.answer;

import static dev.footlights.query.privacy.SmallOrganisation.FAMILIES;
import static dev.footlights.query.privacy.SmallOrganisation.LEAVES;
import static dev.footlights.query.privacy.SmallOrganisation.TEAMS;
import static dev.footlights.query.privacy.SmallOrganisation.above;
import static dev.footlights.query.privacy.SmallOrganisation.lineage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.company.Family;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.privacy.Equations;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.GrowthDisclosure;
import dev.footlights.query.privacy.GrowthPart;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.People;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.privacy.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody can work out how many of a cohort of few came back from what retention tells of all teams, and from who was active
 * and new in the same period. The attacker does the algebra.
 */
class StayDiscretionTest {
    private static final Floor FLOOR = new Floor(5);
    private static final int LAST = 3;
    private static final List<Instant> STARTS =
            IntStream.range(0, 4).mapToObj(StayDiscretionTest::start).toList();
    /** Of somebody in the last period, by whether they are new in it, and were there in the one before. */
    private static final Map<GrowthPart, ToLongFunction<List<Person>>> PARTS = Map.of(
            GrowthPart.NEW, people -> count(people, true, false, true),
            GrowthPart.RETURNING, people -> count(people, true, true, false),
            GrowthPart.RESURRECTED, people -> count(people, true, false, false),
            GrowthPart.DORMANT, people -> count(people, false, true, false),
            GrowthPart.ACTIVE,
                    people -> people.stream().filter(person -> person.in(LAST)).count(),
            GrowthPart.BEFORE,
                    people -> people.stream()
                            .filter(person -> person.in(LAST - 1))
                            .count());

    /** @param periods in which the person was there, at least one; the first makes the cohort */
    private record Person(long number, String leaf, List<Integer> periods) {
        boolean in(int period) {
            return periods.contains(period);
        }
    }

    private static Instant start(int period) {
        return Instant.parse("2026-11-02T00:00:00Z").plusSeconds(period * 604_800L);
    }

    private static long count(List<Person> people, boolean now, boolean before, boolean fresh) {
        return people.stream()
                .filter(person -> person.in(LAST) == now
                        && person.in(LAST - 1) == before
                        && (person.periods().getFirst() == LAST) == fresh)
                .count();
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, Integer.getInteger("footlights.test.retention.trials", 300))
                .boxed();
    }

    private static List<Person> organisation(Random random) {
        List<Person> people = new ArrayList<>();
        for (String leaf : LEAVES) {
            int size = random.nextInt(25);
            double zeal = random.nextDouble();
            int youngest = random.nextInt(LAST + 1);
            for (int each = 0; each < size; each++) {
                List<Integer> periods = IntStream.rangeClosed(youngest, LAST)
                        .filter(period -> random.nextDouble() < zeal)
                        .boxed()
                        .toList();
                if (!periods.isEmpty()) {
                    people.add(new Person(people.size(), leaf, periods));
                }
            }
        }
        return people;
    }

    private static List<Person> of(String team, List<Person> people) {
        return people.stream()
                .filter(person -> lineage(person.leaf()).contains(team))
                .toList();
    }

    private static Set<String> silent(List<Person> people, Random random) {
        Map<String, Long> active = new HashMap<>();
        Set<String> silent = new HashSet<>();
        for (String team : TEAMS) {
            long here =
                    of(team, people).stream().filter(person -> person.in(LAST)).count();
            active.put(team, here);
            if (FLOOR.withholds(here) || (here > 0 && random.nextInt(10) == 0)) {
                silent.add(team);
            }
        }
        return new Totals<>(FLOOR, FAMILIES).withhold(People.counted(active), silent);
    }

    /** Teams of which new people aren't told, each asked by itself. */
    private static Set<String> newcomers(List<Person> people, Set<String> silent) {
        Set<String> untold = new HashSet<>();
        for (String team : TEAMS) {
            List<Line<String>> families = above(team);
            Set<String> known = new HashSet<>(Set.of(team));
            families.forEach(family -> {
                known.add(family.whole());
                known.addAll(family.parts());
            });
            Map<Place, List<Person>> counts = new HashMap<>();
            known.forEach(each -> counts.put(place(each), of(each, people)));
            new GrowthDisclosure(
                            FLOOR,
                            families.stream()
                                    .map(family -> new Line<>(
                                            place(family.whole()),
                                            family.parts().stream()
                                                    .map(StayDiscretionTest::place)
                                                    .toList()))
                                    .toList(),
                            Map.of())
                            .withheld(
                                    start(LAST),
                                    start(LAST + 1),
                                    counts,
                                    PARTS,
                                    silent.stream()
                                            .map(StayDiscretionTest::place)
                                            .collect(Collectors.toSet()))
                            .stream()
                            .filter(spot -> spot.equals(new GrowthDisclosure.Spot(place(team), GrowthPart.NEW)))
                            .forEach(spot -> untold.add(team));
        }
        return untold;
    }

    private static Place place(String team) {
        return new Place(team, "*");
    }

    /** Of the last period, each team asked by itself. */
    private static Set<Entry> withheld(List<Person> people, Set<String> silent, Set<String> newcomers) {
        Set<Entry> withheld = new HashSet<>();
        for (String team : TEAMS) {
            Company company = new Company(
                    FLOOR,
                    Set.of(team),
                    above(team).stream()
                            .map(family -> new Family(family.whole(), family.parts()))
                            .toList(),
                    (scope, granularity, periods) -> Set.of(),
                    (items, teams, times) -> {
                        throw new AssertionError("lists are not asked");
                    });
            new StayDiscretion(company, STARTS)
                    .withheld(crowds(company.teams(), people), cells(silent), cells(newcomers)).stream()
                            .filter(entry -> entry.team().equals(team)
                                    && entry.item().endsWith(start(LAST).toString()))
                            .forEach(withheld::add);
        }
        return withheld;
    }

    private static Set<Cell> cells(Set<String> teams) {
        return teams.stream().map(team -> new Cell(team, "*", start(LAST))).collect(Collectors.toSet());
    }

    private static Map<Entry, Crowd> crowds(List<String> teams, List<Person> people) {
        Map<Entry, Crowd> crowds = new HashMap<>();
        for (String team : teams) {
            for (int cohort = 0; cohort <= LAST; cohort++) {
                Set<Long> here = numbers(team, cohort, people);
                if (!here.isEmpty()) {
                    crowds.put(
                            StayDiscretion.entry(team, start(cohort), start(LAST)),
                            new Crowd(here.stream().limit(FLOOR.people()).collect(Collectors.toSet())));
                }
            }
        }
        return crowds;
    }

    private static Set<Long> numbers(String team, int cohort, List<Person> people) {
        return of(team, people).stream()
                .filter(person -> person.in(LAST) && person.periods().getFirst() == cohort)
                .map(Person::number)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingOfFewPeopleFollowsFromTheCohortsOfOthers(int seed) {
        Random random = new Random(seed);
        List<Person> people = organisation(random);
        Set<String> silent = silent(people, random);
        Set<String> newcomers = newcomers(people, silent);
        assertThat(leaks(people, silent, newcomers, withheld(people, silent, newcomers)))
                .as("seed %d", seed)
                .isEmpty();
    }

    private static List<String> leaks(
            List<Person> people, Set<String> silent, Set<String> newcomers, Set<Entry> withheld) {
        Equations told = new Equations(LEAVES.size() * (LAST + 1));
        List<String> leaks = new ArrayList<>();
        for (String team : TEAMS) {
            if (!silent.contains(team)) {
                told.add(sum(team, IntStream.rangeClosed(0, LAST).boxed().toList()));
            }
            for (int cohort = 0; cohort <= LAST; cohort++) {
                boolean toldAsNew = cohort == LAST && !newcomers.contains(team);
                if (toldAsNew || !withheld.contains(StayDiscretion.entry(team, start(cohort), start(LAST)))) {
                    told.add(sum(team, List.of(cohort)));
                }
            }
        }
        for (String team : TEAMS) {
            for (int cohort = 0; cohort <= LAST; cohort++) {
                long here = numbers(team, cohort, people).size();
                if (FLOOR.withholds(here) && told.tell(sum(team, List.of(cohort)))) {
                    leaks.add(team + " cohort " + cohort + ", about " + here);
                }
            }
        }
        return leaks;
    }

    private static long[] sum(String team, List<Integer> cohorts) {
        long[] sum = new long[LEAVES.size() * (LAST + 1)];
        for (int leaf = 0; leaf < LEAVES.size(); leaf++) {
            for (int cohort : cohorts) {
                if (lineage(LEAVES.get(leaf)).contains(team)) {
                    sum[leaf * (LAST + 1) + cohort] = 1;
                }
            }
        }
        return sum;
    }
}
