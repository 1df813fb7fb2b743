package dev.footlights.query.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody can work out a withheld figure from the others. The attacker has every figure that is told, and does the
 * algebra: of every team at every level and every feature in one stretch of time, or of one team and feature in every
 * stretch of days there is.
 */
class DisclosureTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
    private static final int DAYS = 14;
    private static final List<String> FEATURES = List.of("catalog", "docs", "search");
    private static final Floor FLOOR = new Floor(5);

    /** Somebody's events of a day. */
    private record Use(String leaf, String feature, int day, int actor, long events) {}

    private record Days(int from, int to) {}

    /** A small organisation: {@code org} with two departments, each with teams, some people directly in a department. */
    private static final Map<String, List<String>> CHILDREN =
            Map.of("org", List.of("d1", "d2"), "d1", List.of("a", "b", "c"), "d2", List.of("x", "y"));

    private static final List<String> TEAMS = List.of("org", "d1", "d2", "a", "b", "c", "x", "y");

    static Stream<Integer> seeds() {
        return IntStream.range(0, Integer.getInteger("footlights.test.disclosure.trials", 6))
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFigureFollowsFromThoseOfOtherTeamsAndFeatures(int seed) {
        Attack attack = new Attack(uses(new Random(seed)));
        for (Days days : Attack.stretches()) {
            assertThat(attack.leaks(List.of(days), Attack.places()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFigureFollowsFromThoseOfOtherTimes(int seed) {
        Attack attack = new Attack(uses(new Random(seed)));
        for (Place place : Attack.places()) {
            assertThat(attack.leaks(Attack.stretches(), List.of(place)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void theAttackFindsWhatIsOnlyWithheldItself() {
        // Given: one small team beside a large one, and nothing withheld but the small one itself
        List<Use> uses = new ArrayList<>();
        for (int actor = 0; actor < 9; actor++) {
            uses.add(new Use("x", "docs", 0, actor, 1 + actor));
        }
        uses.add(new Use("y", "docs", 0, 20, 3));
        // When / Then
        Attack careless = new Attack(uses) {
            @Override
            Set<Place> withheld(Days days) {
                Set<Place> few = new HashSet<>();
                people(days).forEach((place, active) -> {
                    if (FLOOR.withholds(active)) {
                        few.add(place);
                    }
                });
                return few;
            }
        };
        assertThat(careless.leaks(List.of(new Days(0, 1)), Attack.places())).isNotEmpty();
        assertThat(new Attack(uses).leaks(List.of(new Days(0, 1)), Attack.places()))
                .isEmpty();
    }

    private static List<Use> uses(Random random) {
        List<String> leaves = List.of("a", "b", "c", "d1", "x", "y", "d2");
        List<Use> uses = new ArrayList<>();
        int actor = 0;
        for (String leaf : leaves) {
            int size = leaf.startsWith("d") ? random.nextInt(4) : 2 + random.nextInt(20);
            double zeal = 0.1 + 0.8 * random.nextDouble();
            for (int person = 0; person < size; person++) {
                actor++;
                for (int day = 0; day < DAYS; day++) {
                    boolean weekend = day % 7 > 4;
                    if (random.nextDouble() < (weekend ? zeal / 6 : zeal)) {
                        for (String feature : FEATURES) {
                            if (random.nextInt(2) == 0) {
                                uses.add(new Use(leaf, feature, day, actor, 1 + random.nextInt(9)));
                            }
                        }
                    }
                }
            }
        }
        return uses;
    }

    private static class Attack {
        private final List<Use> uses;
        private final Map<String, Integer> unknowns = new HashMap<>();
        private final Disclosure disclosure;

        Attack(List<Use> uses) {
            this.uses = uses;
            uses.forEach(use -> unknowns.putIfAbsent(name(use), unknowns.size()));
            Map<Place, Timeline> timelines = new HashMap<>();
            for (Place place : places()) {
                timelines.put(
                        place,
                        new Timeline(FLOOR, ZoneOffset.UTC, series(place, 7), series(place, 1), Map.of(), Map.of()));
            }
            this.disclosure = new Disclosure(FLOOR, margins(), inner(), timelines);
        }

        private static String name(Use use) {
            return use.leaf() + "|" + use.feature() + "|" + use.day();
        }

        private static List<Place> places() {
            List<Place> places = new ArrayList<>();
            for (String team : TEAMS) {
                places.add(new Place(team, "*"));
                FEATURES.forEach(feature -> places.add(new Place(team, feature)));
            }
            return places;
        }

        private static List<Line<Place>> margins() {
            List<Line<Place>> lines = new ArrayList<>();
            lines.add(features("org"));
            CHILDREN.keySet().forEach(team -> lines.add(family(team, "*")));
            return lines;
        }

        private static List<Line<Place>> inner() {
            List<Line<Place>> lines = new ArrayList<>();
            TEAMS.stream().filter(team -> !team.equals("org")).forEach(team -> lines.add(features(team)));
            CHILDREN.keySet().forEach(team -> FEATURES.forEach(feature -> lines.add(family(team, feature))));
            return lines;
        }

        private static Line<Place> features(String team) {
            return new Line<>(
                    new Place(team, "*"),
                    FEATURES.stream().map(feature -> new Place(team, feature)).toList());
        }

        private static Line<Place> family(String team, String feature) {
            return new Line<>(
                    new Place(team, feature),
                    CHILDREN.getOrDefault(team, List.of()).stream()
                            .map(child -> new Place(child, feature))
                            .toList());
        }

        private static boolean within(Use use, Place place) {
            return (place.feature().equals("*") || place.feature().equals(use.feature()))
                    && (place.team().equals("org")
                            || place.team().equals(use.leaf())
                            || CHILDREN.getOrDefault(place.team(), List.of()).contains(use.leaf()));
        }

        private static Instant start(int day) {
            return MONDAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        private Map<Instant, Long> series(Place place, int length) {
            Map<Instant, Set<Integer>> people = new HashMap<>();
            uses.stream()
                    .filter(use -> within(use, place))
                    .forEach(use -> people.computeIfAbsent(start(use.day() / length * length), key -> new HashSet<>())
                            .add(use.actor()));
            Map<Instant, Long> counts = new HashMap<>();
            people.forEach((at, actors) -> counts.put(at, (long) actors.size()));
            return counts;
        }

        Map<Place, Long> people(Days days) {
            Map<Place, Long> people = new HashMap<>();
            for (Place place : places()) {
                long active = uses.stream()
                        .filter(use -> within(use, place) && use.day() >= days.from() && use.day() < days.to())
                        .map(Use::actor)
                        .distinct()
                        .count();
                people.put(place, active);
            }
            return people;
        }

        Set<Place> withheld(Days days) {
            return disclosure
                    .withheld(start(days.from()), start(days.to()), people(days))
                    .keySet();
        }

        private long[] sum(Place place, Days days) {
            long[] sum = new long[unknowns.size()];
            uses.stream()
                    .filter(use -> within(use, place) && use.day() >= days.from() && use.day() < days.to())
                    .forEach(use -> sum[unknowns.getOrDefault(name(use), 0)] = 1);
            return sum;
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

        /** Figures about too few people that follow from what is told of those stretches and places. */
        List<String> leaks(List<Days> stretches, List<Place> places) {
            Equations told = new Equations(unknowns.size());
            for (Days days : stretches) {
                Set<Place> withheld = withheld(days);
                places.stream().filter(place -> !withheld.contains(place)).forEach(place -> told.add(sum(place, days)));
            }
            List<String> leaks = new ArrayList<>();
            for (Days days : stretches) {
                Map<Place, Long> people = people(days);
                for (Place place : places) {
                    long active = people.getOrDefault(place, 0L);
                    if (FLOOR.withholds(active) && told.tell(sum(place, days))) {
                        leaks.add(place + " on " + days + ", about " + active);
                    }
                }
            }
            return leaks;
        }
    }

    @Test
    void aRunningWeekOfFewKeepsBackItselfAndNotTheWeeksBefore() {
        // Given: two weeks of many, and one that has just begun
        Map<Instant, Long> days = new HashMap<>();
        for (int day = 0; day < 14; day++) {
            days.put(Attack.start(day), 40L);
        }
        days.put(Attack.start(14), 2L);
        Map<Instant, Long> weeks = Map.of(Attack.start(0), 40L, Attack.start(7), 41L, Attack.start(14), 2L);
        // When
        Timeline timeline = new Timeline(FLOOR, ZoneOffset.UTC, weeks, days, Map.of(), Map.of());
        // Then
        assertThat(timeline.cuttable(Attack.start(0))).isTrue();
        assertThat(timeline.cuttable(Attack.start(7))).isTrue();
        assertThat(timeline.cuttable(Attack.start(14))).isTrue();
        assertThat(timeline.cuttable(Attack.start(15))).isFalse();
        assertThat(timeline.cuttable(Attack.start(21))).isFalse();
    }

    @Test
    void aWeekendOfFewIsToldOnlyWithTheFriday() {
        // Given: everybody on weekdays, two people on Saturday, nobody on Sunday
        Map<Instant, Long> days = new HashMap<>();
        for (int day = 0; day < DAYS; day++) {
            days.put(Attack.start(day), day % 7 == 5 ? 2L : day % 7 == 6 ? 0L : 40L);
        }
        Map<Instant, Long> weeks = Map.of(Attack.start(0), 40L, Attack.start(7), 41L);
        // When
        Timeline timeline = new Timeline(FLOOR, ZoneOffset.UTC, weeks, days, Map.of(), Map.of());
        // Then: not before nor after the Saturday, except at the week's end
        assertThat(timeline.cuttable(Attack.start(4))).isTrue();
        assertThat(timeline.cuttable(Attack.start(5))).isFalse();
        assertThat(timeline.cuttable(Attack.start(6))).isTrue();
        assertThat(timeline.cuttable(Attack.start(7))).isTrue();
        assertThat(MONDAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .isEqualTo(MONDAY);
    }
}
