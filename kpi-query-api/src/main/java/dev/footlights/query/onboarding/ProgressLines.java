package dev.footlights.query.onboarding;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Entry;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.People;
import dev.footlights.query.privacy.TopDown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The sums in which progress stands: those who have unlocked each number of features are the headcount; what all have unlocked
 * together is the sum over the features, and over the numbers of those who have unlocked at least one, two and so on; and all of
 * it is what the teams below make together. In these it is looked for what follows, and as much withheld of how far people
 * are as it takes; the rest is decided by the KPIs that tell the same.
 *
 * @param features how many there are
 * @param byTeam progress of the company's teams
 * @param told what KPIs tell, whatever is told here
 */
record ProgressLines(Company company, int features, Map<String, Progress> byTeam, Set<Entry> told) {
    private static final String UNLOCKED = "unlocked ";

    private static Entry headcount(String team) {
        return new Entry(team, "headcount");
    }

    private static Entry atLeast(String team, int unlocked) {
        return new Entry(team, "at least " + unlocked);
    }

    /** What isn't told here, with what must not be besides. */
    Set<Entry> close(Set<Entry> withheld) {
        Set<Entry> unknown = new HashSet<>(withheld);
        byTeam.keySet()
                .forEach(team ->
                        IntStream.rangeClosed(1, features).forEach(number -> unknown.add(atLeast(team, number))));
        unknown.removeAll(told);
        Set<Entry> closed = new TopDown<>(
                        company.floor(),
                        company.lines(),
                        this::ofTeam,
                        this::ofFamily,
                        Entry::team,
                        entry -> !entry.item().startsWith(UNLOCKED) || told.contains(entry))
                .withhold(byTeam.keySet(), people(), unknown, (lines, already) -> already);
        Set<Entry> all = new HashSet<>(withheld);
        all.addAll(closed);
        return all;
    }

    private List<Line<Entry>> ofTeam(String team) {
        List<Line<Entry>> lines = new ArrayList<>();
        lines.add(new Line<>(headcount(team), List.of(ProgressDiscretion.unlocked(team, 0), atLeast(team, 1))));
        for (int number = 1; number <= features; number++) {
            List<Entry> parts = new ArrayList<>(List.of(ProgressDiscretion.unlocked(team, number)));
            if (number < features) {
                parts.add(atLeast(team, number + 1));
            }
            lines.add(new Line<>(atLeast(team, number), parts));
        }
        Entry steps = ProgressDiscretion.members(team);
        lines.add(new Line<>(
                steps,
                IntStream.rangeClosed(1, features)
                        .mapToObj(number -> atLeast(team, number))
                        .toList()));
        lines.add(new Line<>(
                steps,
                IntStream.range(0, features)
                        .mapToObj(place -> ProgressDiscretion.feature(team, place))
                        .toList()));
        return lines;
    }

    private List<Line<Entry>> ofFamily(Line<String> family) {
        List<Line<Entry>> lines = new ArrayList<>();
        for (Entry entry : ProgressDiscretion.inAll(family.whole(), features)) {
            lines.add(together(entry, family));
        }
        for (int place = 0; place < features; place++) {
            lines.add(together(ProgressDiscretion.feature(family.whole(), place), family));
        }
        return lines;
    }

    private static Line<Entry> together(Entry whole, Line<String> family) {
        return new Line<>(
                whole,
                family.parts().stream()
                        .map(team -> new Entry(team, whole.item()))
                        .toList());
    }

    private People<Entry> people() {
        Map<Entry, Long> people = new HashMap<>();
        byTeam.forEach((team, progress) -> {
            people.put(headcount(team), (long) progress.roster().size());
            people.put(
                    ProgressDiscretion.members(team), (long) progress.members().size());
            long[] ofFeatures = progress.people();
            for (int place = 0; place < features; place++) {
                people.put(ProgressDiscretion.feature(team, place), ofFeatures[place]);
            }
            long[] distribution = progress.distribution();
            long atLeast = 0;
            for (int number = features; number >= 0; number--) {
                people.put(ProgressDiscretion.unlocked(team, number), distribution[number]);
                atLeast += distribution[number];
                people.put(atLeast(team, number), atLeast);
            }
        });
        return People.counted(people);
    }
}
