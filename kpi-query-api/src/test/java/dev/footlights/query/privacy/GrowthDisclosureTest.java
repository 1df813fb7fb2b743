package dev.footlights.query.privacy;

import static dev.footlights.query.privacy.SmallOrganisation.LEAVES;
import static dev.footlights.query.privacy.SmallOrganisation.TEAMS;
import static dev.footlights.query.privacy.SmallOrganisation.above;
import static dev.footlights.query.privacy.SmallOrganisation.lineage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.privacy.GrowthDisclosure.Spot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No small part of the people who came and went follows from what is told: the attacker has every told part of a department
 * and its teams, and the active people of now and before.
 */
class GrowthDisclosureTest {
    private static final Floor FLOOR = new Floor(5);
    private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
    private static final List<GrowthPart> SINGLE =
            List.of(GrowthPart.NEW, GrowthPart.RETURNING, GrowthPart.RESURRECTED, GrowthPart.DORMANT);
    private static final Map<GrowthPart, ToLongFunction<Counts>> PARTS = Map.of(
            GrowthPart.NEW, counts -> counts.fresh,
            GrowthPart.RETURNING, counts -> counts.returning,
            GrowthPart.RESURRECTED, counts -> counts.resurrected,
            GrowthPart.DORMANT, counts -> counts.dormant,
            GrowthPart.ACTIVE, counts -> counts.fresh + counts.returning + counts.resurrected,
            GrowthPart.BEFORE, counts -> counts.returning + counts.dormant);

    private record Counts(long fresh, long returning, long resurrected, long dormant) {
        Counts plus(Counts more) {
            return new Counts(
                    fresh + more.fresh,
                    returning + more.returning,
                    resurrected + more.resurrected,
                    dormant + more.dormant);
        }
    }

    private static final Counts NOBODY = new Counts(0, 0, 0, 0);

    static Stream<Integer> seeds() {
        return IntStream.range(0, Integer.getInteger("footlights.test.growth.trials", 300))
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSmallPartFollowsFromTheOthers(int seed) {
        Random random = new Random(seed);
        List<Place> teams = places(1 + random.nextInt(4));
        Map<Place, Counts> counts = new HashMap<>();
        for (Place team : teams) {
            counts.put(team, counts(random));
        }
        assertThat(leaks(teams, counts, withheld(teams, counts)))
                .as("seed %d: %s, withheld %s", seed, counts, withheld(teams, counts))
                .isEmpty();
    }

    /** In an organisation, where each team is asked by itself. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noSmallPartFollowsFromThoseOfTeamsAboveAndBeside(int seed) {
        Random random = new Random(seed);
        Map<String, Counts> ofLeaves = new HashMap<>();
        LEAVES.forEach(leaf -> ofLeaves.put(leaf, random.nextInt(6) == 0 ? NOBODY : counts(random)));
        Map<Place, Counts> counts = new HashMap<>();
        TEAMS.forEach(team -> counts.put(
                place(team),
                LEAVES.stream()
                        .filter(leaf -> lineage(leaf).contains(team))
                        .map(leaf -> ofLeaves.getOrDefault(leaf, NOBODY))
                        .reduce(NOBODY, Counts::plus)));
        Set<Spot> withheld = new HashSet<>();
        TEAMS.forEach(team -> withheld(team, counts).stream()
                .filter(spot -> spot.place().equals(place(team)))
                .forEach(withheld::add));
        assertThat(leaksOfOrganisation(counts, withheld)).as("seed %d", seed).isEmpty();
    }

    private static Counts counts(Random random) {
        return new Counts(
                random.nextInt(8), random.nextInt(random.nextBoolean() ? 6 : 30), random.nextInt(9), random.nextInt(9));
    }

    private static Place place(String team) {
        return new Place(team, "*");
    }

    private static Set<Spot> withheld(String team, Map<Place, Counts> all) {
        List<Line<String>> families = above(team);
        Set<String> known = new HashSet<>(Set.of(team));
        families.forEach(family -> {
            known.add(family.whole());
            known.addAll(family.parts());
        });
        Map<Place, Counts> counts = new HashMap<>(all);
        counts.keySet().removeIf(place -> !known.contains(place.team()));
        Set<Place> hidden = new HashSet<>();
        active(counts).forEach((place, active) -> {
            if (FLOOR.withholds(active)) {
                hidden.add(place);
            }
        });
        return new GrowthDisclosure(
                        FLOOR,
                        families.stream()
                                .map(family -> new Line<>(
                                        place(family.whole()),
                                        family.parts().stream()
                                                .map(GrowthDisclosureTest::place)
                                                .toList()))
                                .toList(),
                        Map.of())
                .withheld(
                        START,
                        START.plusSeconds(1),
                        counts,
                        PARTS,
                        Totals.of(FLOOR, families, GrowthDisclosureTest::place)
                                .withhold(People.counted(active(counts)), hidden));
    }

    private static List<String> leaksOfOrganisation(Map<Place, Counts> counts, Set<Spot> withheld) {
        List<Spot> unknowns = LEAVES.stream()
                .flatMap(leaf -> SINGLE.stream().map(part -> new Spot(place(leaf), part)))
                .toList();
        Equations told = new Equations(unknowns.size());
        List<String> leaks = new ArrayList<>();
        for (boolean attack : List.of(false, true)) {
            for (String team : TEAMS) {
                for (GrowthPart part : GrowthPart.values()) {
                    long[] sum = unknowns.stream()
                            .mapToLong(
                                    unknown -> lineage(unknown.place().team()).contains(team)
                                                    && single(part).contains(unknown.part())
                                            ? 1
                                            : 0)
                            .toArray();
                    long people =
                            PARTS.getOrDefault(part, none -> 0).applyAsLong(counts.getOrDefault(place(team), NOBODY));
                    if (!attack && !withheld.contains(new Spot(place(team), part))) {
                        told.add(sum);
                    }
                    if (attack && FLOOR.withholds(people) && told.tell(sum)) {
                        leaks.add(team + " " + part + ", about " + people);
                    }
                }
            }
        }
        return leaks;
    }

    @Test
    void theAttackFindsWhatIsOnlyWithheldItself() {
        // Given: two new people among many, and nothing else withheld
        List<Place> teams = places(1);
        Map<Place, Counts> counts = Map.of(teams.getFirst(), new Counts(2, 30, 8, 6));
        // When
        Set<Spot> careless = Set.of(
                new Spot(teams.getFirst(), GrowthPart.NEW), new Spot(new Place("department", "*"), GrowthPart.NEW));
        // Then
        assertThat(leaks(teams, counts, careless)).isNotEmpty();
        assertThat(withheld(teams, counts))
                .contains(
                        new Spot(teams.getFirst(), GrowthPart.NEW), new Spot(teams.getFirst(), GrowthPart.RESURRECTED))
                .doesNotContain(new Spot(teams.getFirst(), GrowthPart.RETURNING));
    }

    private static List<Place> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Place("team " + number, "*"))
                .toList();
    }

    private static Set<Spot> withheld(List<Place> teams, Map<Place, Counts> leaves) {
        Place department = new Place("department", "*");
        Map<Place, Counts> counts = new HashMap<>(leaves);
        counts.put(department, leaves.values().stream().reduce(NOBODY, Counts::plus));
        Set<Place> hidden = new HashSet<>();
        counts.forEach((place, count) -> {
            if (FLOOR.withholds(count.fresh() + count.returning() + count.resurrected())) {
                hidden.add(place);
            }
        });
        hidden.addAll(Siblings.withhold(List.of(new Line<>(department, teams)), active(counts), hidden, FLOOR));
        return new GrowthDisclosure(FLOOR, List.of(new Line<>(department, teams)), Map.of())
                .withheld(START, START.plusSeconds(1), counts, PARTS, hidden);
    }

    private static Map<Place, Long> active(Map<Place, Counts> counts) {
        Map<Place, Long> active = new HashMap<>();
        counts.forEach((place, count) -> active.put(place, count.fresh() + count.returning() + count.resurrected()));
        return active;
    }

    /** Small parts of a team that follow from what isn't withheld. */
    private static List<String> leaks(List<Place> teams, Map<Place, Counts> counts, Set<Spot> withheld) {
        int unknowns = teams.size() * SINGLE.size();
        Equations told = new Equations(unknowns);
        List<Place> all = new ArrayList<>(teams);
        all.add(new Place("department", "*"));
        for (Place place : all) {
            for (GrowthPart part : GrowthPart.values()) {
                if (!withheld.contains(new Spot(place, part))) {
                    told.add(sum(teams, place, part));
                }
            }
        }
        List<String> leaks = new ArrayList<>();
        for (Place team : teams) {
            for (GrowthPart part : SINGLE) {
                Counts count = counts.getOrDefault(team, NOBODY);
                long people = PARTS.getOrDefault(part, none -> 0).applyAsLong(count);
                if (FLOOR.withholds(people) && told.tell(sum(teams, team, part))) {
                    leaks.add(team + " " + part + ", about " + people);
                }
            }
        }
        return leaks;
    }

    private static List<GrowthPart> single(GrowthPart part) {
        return switch (part) {
            case ACTIVE -> GrowthPart.OF_ACTIVE;
            case BEFORE -> GrowthPart.OF_BEFORE;
            default -> List.of(part);
        };
    }

    private static long[] sum(List<Place> teams, Place place, GrowthPart part) {
        List<GrowthPart> single = single(part);
        long[] sum = new long[teams.size() * SINGLE.size()];
        for (int team = 0; team < teams.size(); team++) {
            if (place.team().equals("department") || teams.get(team).equals(place)) {
                for (GrowthPart each : single) {
                    sum[team * SINGLE.size() + SINGLE.indexOf(each)] = 1;
                }
            }
        }
        return sum;
    }
}
