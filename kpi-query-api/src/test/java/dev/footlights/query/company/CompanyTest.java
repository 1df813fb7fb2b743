package dev.footlights.query.company;

import static dev.footlights.query.privacy.SmallOrganisation.FAMILIES;
import static dev.footlights.query.privacy.SmallOrganisation.LEAVES;
import static dev.footlights.query.privacy.SmallOrganisation.TEAMS;
import static dev.footlights.query.privacy.SmallOrganisation.above;
import static dev.footlights.query.privacy.SmallOrganisation.lineage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.privacy.Equations;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.People;
import dev.footlights.query.privacy.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody can work out what few people did with an item from what lists tell of the same days. The attacker asks every team,
 * and the totals, and does the algebra.
 */
class CompanyTest {
    private static final Floor FLOOR = new Floor(5);

    static Stream<Integer> seeds() {
        return IntStream.range(0, Integer.getInteger("footlights.test.company.trials", 400))
                .boxed();
    }

    /** What some people of a team, who are in no team below, did with an item. */
    private record Uses(String team, String item, Set<Long> people) {}

    /** In some organisations most people use most items, in others each item has its few, or each team its items. */
    private static List<Uses> organisation(Random random) {
        List<Uses> uses = new ArrayList<>();
        int items = 2 + random.nextInt(6);
        double zeal = random.nextDouble() * random.nextDouble();
        boolean varied = random.nextBoolean();
        long person = 0;
        for (String team : LEAVES) {
            int size = 1 + random.nextInt(25);
            long first = person;
            person += size;
            for (int item = 0; item < items; item++) {
                double liking = varied ? Math.max(0, random.nextDouble() * 2 - 1) : zeal;
                Set<Long> people = LongStream.range(first, first + size)
                        .filter(each -> random.nextDouble() < liking)
                        .boxed()
                        .collect(Collectors.toSet());
                if (!people.isEmpty()) {
                    uses.add(new Uses(team, "item-" + item, people));
                }
            }
        }
        return uses;
    }

    private static Map<Entry, Set<Long>> people(List<Uses> uses) {
        Map<Entry, Set<Long>> people = new HashMap<>();
        uses.forEach(each -> lineage(each.team())
                .forEach(team -> people.computeIfAbsent(new Entry(team, each.item()), entry -> new HashSet<>())
                        .addAll(each.people())));
        return people;
    }

    private static Set<Entry> withheld(String team, List<Uses> uses, Set<String> silent) {
        Company company = new Company(
                FLOOR,
                Set.of(team),
                families(team),
                (scope, granularity, periods) -> Set.of(),
                (items, teams, times) -> {
                    throw new AssertionError("lists are not asked");
                });
        Map<Entry, Crowd> crowds = new HashMap<>();
        people(uses).forEach((entry, people) -> {
            if (company.teams().contains(entry.team())) {
                crowds.put(
                        entry, new Crowd(people.stream().limit(FLOOR.people()).collect(Collectors.toSet())));
            }
        });
        return company.withheldOfSums(crowds, silenced(silent, crowds.keySet())).stream()
                .filter(entry -> entry.team().equals(team))
                .collect(Collectors.toSet());
    }

    private static List<Family> families(String team) {
        return above(team).stream()
                .map(family -> new Family(family.whole(), family.parts()))
                .toList();
    }

    private static Set<Entry> silenced(Set<String> silent, Set<Entry> entries) {
        Set<Entry> silenced = new HashSet<>(Entry.of(silent, entries));
        silenced.addAll(Entry.totals(silent));
        return silenced;
    }

    /** Everything that is withheld, each team asked by itself. */
    private static Set<Entry> withheld(List<Uses> uses, Set<String> silent) {
        Set<Entry> withheld = new HashSet<>();
        TEAMS.forEach(team -> withheld.addAll(withheld(team, uses, silent)));
        return withheld;
    }

    /** What teams below which there are none may have; that one doesn't have an item is only known when it is told. */
    private static List<Entry> unknowns(List<Uses> uses) {
        return uses.stream()
                .map(Uses::item)
                .distinct()
                .flatMap(item -> LEAVES.stream().map(team -> new Entry(team, item)))
                .toList();
    }

    private static boolean within(Entry part, Entry whole) {
        return lineage(part.team()).contains(whole.team())
                && (whole.item().isEmpty() || whole.item().equals(part.item()));
    }

    /** Which of all unknowns an entry adds up. */
    private static long[] sum(Entry whole, List<Entry> less, List<Entry> unknowns) {
        return unknowns.stream()
                .mapToLong(each -> within(each, whole) && less.stream().noneMatch(part -> within(each, part)) ? 1 : 0)
                .toArray();
    }

    /** Entries of few people that follow from those that aren't withheld. */
    private static List<String> leaks(List<Uses> uses, Set<Entry> withheld) {
        List<Entry> unknowns = unknowns(uses);
        List<String> items = unknowns.stream().map(Entry::item).distinct().toList();
        Equations told = new Equations(unknowns.size());
        Stream.concat(
                        TEAMS.stream().flatMap(team -> items.stream().map(item -> new Entry(team, item))),
                        TEAMS.stream().map(Entry::all))
                .filter(entry -> !withheld.contains(entry))
                .forEach(entry -> told.add(sum(entry, List.of(), unknowns)));
        nothings(uses, items, withheld).forEach(told::addNothing);
        Map<Entry, Set<Long>> people = people(uses);
        people(uses)
                .forEach((entry, some) -> people.computeIfAbsent(Entry.all(entry.team()), all -> new HashSet<>())
                        .addAll(some));
        return people.entrySet().stream()
                .filter(entry -> withheld.contains(entry.getKey()))
                .filter(entry -> FLOOR.withholds(entry.getValue().size()))
                .filter(entry -> told.tell(sum(entry.getKey(), List.of(), unknowns)))
                .map(entry -> entry.getKey() + ", about " + entry.getValue().size())
                .toList();
    }

    /** What is known to be nothing, since it is told or told parts are the whole: nobody does less than nothing. */
    private static List<long[]> nothings(List<Uses> uses, List<String> items, Set<Entry> withheld) {
        List<Line<Entry>> lines = new ArrayList<>();
        for (String team : TEAMS) {
            items.forEach(item -> lines.add(new Line<>(new Entry(team, item), List.of())));
            lines.add(new Line<>(
                    Entry.all(team),
                    items.stream().map(item -> new Entry(team, item)).toList()));
        }
        for (Line<String> family : FAMILIES) {
            Stream.concat(items.stream(), Stream.of(""))
                    .forEach(item -> lines.add(new Line<>(
                            new Entry(family.whole(), item),
                            family.parts().stream()
                                    .map(child -> new Entry(child, item))
                                    .toList())));
        }
        List<Entry> unknowns = unknowns(uses);
        return lines.stream()
                .filter(line -> !withheld.contains(line.whole()))
                .map(line -> new Line<>(
                        line.whole(),
                        line.parts().stream()
                                .filter(part -> !withheld.contains(part))
                                .toList()))
                .filter(line -> uses.stream()
                        .map(use -> new Entry(use.team(), use.item()))
                        .noneMatch(use -> within(use, line.whole())
                                && line.parts().stream().noneMatch(part -> within(use, part))))
                .map(line -> sum(line.whole(), line.parts(), unknowns))
                .toList();
    }

    /** As the figures of the teams are withheld: those of few people, some whose time can't be cut, and others beside them. */
    private static Set<String> silent(List<Uses> uses, Random random) {
        Map<String, Set<Long>> people = new HashMap<>();
        people(uses)
                .forEach((entry, some) -> people.computeIfAbsent(entry.team(), team -> new HashSet<>())
                        .addAll(some));
        Map<String, Long> counts = new HashMap<>();
        Set<String> silent = new HashSet<>();
        people.forEach((team, some) -> {
            counts.put(team, (long) some.size());
            if (FLOOR.withholds(some.size()) || random.nextInt(8) == 0) {
                silent.add(team);
            }
        });
        return new Totals<>(FLOOR, FAMILIES).withhold(People.counted(counts), silent);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingOfFewPeopleFollowsFromTheListsOfOthers(int seed) {
        Random random = new Random(seed);
        List<Uses> uses = organisation(random);
        Set<Entry> withheld = withheld(uses, silent(uses, random));
        assertThat(leaks(uses, withheld)).as("seed %d", seed).isEmpty();
    }

    @Test
    void theAttackFindsWhatIsOnlyWithheldItself() {
        List<Uses> uses =
                List.of(new Uses("x", "docs", Set.of(1L, 2L, 3L, 4L, 5L, 6L)), new Uses("y", "docs", Set.of(7L, 8L)));
        Set<String> silent = silent(uses, new Random(1));
        assertThat(leaks(uses, Set.of(new Entry("y", "docs")))).isNotEmpty();
        assertThat(leaks(uses, withheld(uses, silent))).isEmpty();
    }
}
