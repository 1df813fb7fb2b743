package dev.footlights.query.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is told of a fortnight of a small organisation, and what follows for someone who does the algebra. */
class DisclosureAttack {
    static final int DAYS = 14;
    static final List<String> FEATURES = List.of("catalog", "docs", "search");
    static final Floor FLOOR = new Floor(5);
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

    /** Somebody's events of a day. */
    record Use(String leaf, String feature, int day, int actor, long events) {}

    record Days(int from, int to) {}

    private static final Days EVER = new Days(0, DAYS);

    /** A small organisation: {@code org} with two departments, each with teams, some people directly in a department. */
    private static final Map<String, List<String>> CHILDREN =
            Map.of("org", List.of("d1", "d2"), "d1", List.of("a", "b", "c"), "d2", List.of("x", "y"));

    private static final List<String> TEAMS = List.of("org", "d1", "d2", "a", "b", "c", "x", "y");

    private final List<Use> uses;
    private final Disclosure disclosure;

    DisclosureAttack(List<Use> uses) {
        this.uses = uses;
        Map<Place, Timeline> timelines = new HashMap<>();
        for (Place place : places()) {
            timelines.put(
                    place, new Timeline(FLOOR, ZoneOffset.UTC, series(place, 7), series(place, 1), Map.of(), Map.of()));
        }
        EverUsed everUsed = new EverUsed(FLOOR, people(EVER));
        this.disclosure = new Disclosure(
                FLOOR, families(), FEATURES, new Partners(families(), FEATURES.reversed(), everUsed), timelines);
    }

    static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String team : TEAMS) {
            places.add(new Place(team, "*"));
            FEATURES.forEach(feature -> places.add(new Place(team, feature)));
        }
        return places;
    }

    private static List<Line<String>> families() {
        return Stream.of("org", "d1", "d2")
                .map(team -> new Line<>(team, CHILDREN.getOrDefault(team, List.of())))
                .toList();
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

    static List<Days> stretches() {
        List<Days> stretches = new ArrayList<>();
        for (int from = 0; from < DAYS; from++) {
            for (int to = from + 1; to <= DAYS; to++) {
                stretches.add(new Days(from, to));
            }
        }
        return stretches;
    }

    /**
     * What a team did with a feature on a day. Who is in no team is known, so nothing is unknown of people directly in a
     * department who did nothing; that a team did nothing is only known when it is told.
     */
    private List<Use> unknowns() {
        Set<Use> unknowns = new TreeSet<>(Comparator.comparing(Use::toString));
        uses.forEach(use -> unknowns.add(new Use(use.leaf(), use.feature(), use.day(), 0, 0)));
        for (String team : TEAMS) {
            if (!CHILDREN.containsKey(team)) {
                for (String feature : FEATURES) {
                    IntStream.range(0, DAYS).forEach(day -> unknowns.add(new Use(team, feature, day, 0, 0)));
                }
            }
        }
        return List.copyOf(unknowns);
    }

    /** Who gets on board, and how far, is told of all time, and with it what a team never used. */
    private List<Place> neverUsed() {
        Map<Place, Long> ever = people(EVER);
        return places().stream()
                .filter(place -> ever.getOrDefault(place, 0L) == 0)
                .toList();
    }

    /** Figures about too few people that follow from what is told of those stretches and places. */
    List<String> leaks(List<Days> stretches, List<Place> places) {
        List<Use> unknowns = unknowns();
        Equations told = new Equations(unknowns.size());
        neverUsed().forEach(place -> told.addNothing(sum(unknowns, List.of(place), List.of(), EVER)));
        for (Days days : stretches) {
            Set<Place> withheld = withheld(days);
            places.stream()
                    .filter(place -> !withheld.contains(place))
                    .forEach(place -> told.add(sum(unknowns, List.of(place), List.of(), days)));
            nothings(withheld, places, days).forEach(told::addNothing);
        }
        List<String> leaks = new ArrayList<>();
        for (Days days : stretches) {
            Map<Place, Long> people = people(days);
            for (Place place : places) {
                long active = people.getOrDefault(place, 0L);
                if (FLOOR.withholds(active) && told.tell(sum(unknowns, List.of(place), List.of(), days))) {
                    leaks.add(place + " on " + days + ", about " + active);
                }
            }
        }
        return leaks;
    }

    private static long[] sum(List<Use> unknowns, List<Place> wholes, List<Place> less, Days days) {
        return unknowns.stream()
                .mapToLong(use -> use.day() >= days.from()
                                && use.day() < days.to()
                                && wholes.stream().anyMatch(place -> within(use, place))
                                && less.stream().noneMatch(place -> within(use, place))
                        ? 1
                        : 0)
                .toArray();
    }

    /** What is known to be nothing, since it is told or told parts are the whole: nobody does less than nothing. */
    private List<long[]> nothings(Set<Place> withheld, List<Place> places, Days days) {
        List<Use> unknowns = unknowns();
        List<Line<Place>> lines = new ArrayList<>();
        places.forEach(place -> lines.add(new Line<>(place, List.of())));
        if (places.size() > 1) {
            TEAMS.forEach(team -> lines.add(features(team)));
            CHILDREN.keySet().forEach(team -> {
                lines.add(family(team, "*"));
                FEATURES.forEach(feature -> lines.add(family(team, feature)));
            });
        }
        return lines.stream()
                .filter(line -> !withheld.contains(line.whole()))
                .map(line -> new Line<>(
                        line.whole(),
                        line.parts().stream()
                                .filter(part -> !withheld.contains(part))
                                .toList()))
                .filter(line -> uses.stream()
                        .noneMatch(use -> use.day() >= days.from()
                                && use.day() < days.to()
                                && within(use, line.whole())
                                && line.parts().stream().noneMatch(part -> within(use, part))))
                .map(line -> sum(unknowns, List.of(line.whole()), line.parts(), days))
                .toList();
    }

    /** Figures of few people, in every place and stretch. */
    int few() {
        int few = 0;
        for (Days days : stretches()) {
            few += (int) people(days).values().stream().filter(FLOOR::withholds).count();
        }
        return few;
    }

    /** How often somebody of a team uses each feature when at work: in some organisations some teams don't use some at all. */
    private static Map<String, Double> tastes(Random random) {
        boolean varied = random.nextBoolean();
        Map<String, Double> tastes = new HashMap<>();
        FEATURES.forEach(feature -> tastes.put(feature, varied ? Math.max(0, random.nextDouble() * 1.5 - 0.5) : 0.5));
        return tastes;
    }

    /** Some people are directly in a department. */
    static List<Use> uses(Random random) {
        return uses(random, 3);
    }

    /** Everybody is in a team that has none below it. */
    static List<Use> usesOfTeams(Random random) {
        return uses(random, 0);
    }

    private static List<Use> uses(Random random, int mostDirectly) {
        List<String> leaves = List.of("a", "b", "c", "d1", "x", "y", "d2");
        List<Use> uses = new ArrayList<>();
        int actor = 0;
        for (String leaf : leaves) {
            int size = leaf.startsWith("d") ? random.nextInt(mostDirectly + 1) : 2 + random.nextInt(20);
            double zeal = 0.1 + 0.8 * random.nextDouble();
            Map<String, Double> tastes = tastes(random);
            for (int person = 0; person < size; person++) {
                actor++;
                for (int day = 0; day < DAYS; day++) {
                    boolean weekend = day % 7 > 4;
                    if (random.nextDouble() < (weekend ? zeal / 6 : zeal)) {
                        for (String feature : FEATURES) {
                            if (random.nextDouble() < tastes.getOrDefault(feature, 0.0)) {
                                uses.add(new Use(leaf, feature, day, actor, 1 + random.nextInt(9)));
                            }
                        }
                    }
                }
            }
        }
        return uses;
    }
}
