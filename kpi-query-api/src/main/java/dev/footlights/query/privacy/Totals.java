package dev.footlights.query.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Closes the totals of teams, which add up to those of the teams above. That a team is withheld hides nothing of those below
 * where it follows itself, as the figure of the only child that was active does.
 *
 * @param lines totals of teams and of those just below them, from the top down
 */
public record Totals<C>(Floor floor, List<Line<C>> lines) {
    public Totals {
        lines = List.copyOf(lines);
    }

    /**
     * Those of families.
     *
     * @param names what the total of a team is called
     * @param families a team, and the teams just below it, from the top down
     */
    public static <C> Totals<C> of(Floor floor, List<Line<String>> families, Function<String, C> names) {
        return new Totals<>(
                floor,
                families.stream()
                        .map(family -> new Line<>(
                                names.apply(family.whole()),
                                family.parts().stream().map(names).toList()))
                        .toList());
    }

    /**
     * Everything to be withheld.
     *
     * @param people whom each total is about
     * @param withheld already
     */
    public Set<C> withhold(People<C> people, Set<C> withheld) {
        if (withheld.isEmpty()) {
            return withheld;
        }
        Set<C> all = withheld;
        Set<C> following = new HashSet<>();
        for (Line<C> line : lines) {
            boolean known = !all.contains(line.whole()) || following.contains(line.whole());
            all = close(line, known, people, all);
            List<C> unknown = line.parts().stream().filter(all::contains).toList();
            if (known && unknown.size() == 1) {
                following.add(unknown.getFirst());
            }
        }
        return all;
    }

    /** @param known whether the whole is told, or follows */
    private Set<C> close(Line<C> line, boolean known, People<C> people, Set<C> withheld) {
        if (!known || !withheld.contains(line.whole())) {
            return Siblings.withhold(List.of(line), people, withheld, floor);
        }
        Set<C> others = new HashSet<>(withheld);
        others.remove(line.whole());
        Set<C> all = Siblings.withhold(List.of(line), people, others, floor);
        all.add(line.whole());
        return all;
    }
}
