package dev.footlights.query.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Closes the totals of teams, which add up to those of the teams above. That a team is withheld hides nothing of those below
 * where it follows itself, as the figure of the only child that was active does.
 *
 * @param names what the total of a team is called
 * @param people whom each is about
 * @param families a team, and the teams just below it, from the top down
 */
public record Totals<C>(Function<String, C> names, People<C> people, Floor floor, List<Line<String>> families) {
    public Totals {
        families = List.copyOf(families);
    }

    /** Everything to be withheld. */
    public Set<C> withhold(Set<C> withheld) {
        Set<C> all = withheld;
        Set<C> following = new HashSet<>();
        for (Line<String> family : families) {
            C whole = names.apply(family.whole());
            List<C> parts = family.parts().stream().map(names).toList();
            boolean known = !all.contains(whole) || following.contains(whole);
            all = close(new Line<>(whole, parts), known, all);
            List<C> unknown = parts.stream().filter(all::contains).toList();
            if (known && unknown.size() == 1) {
                following.add(unknown.getFirst());
            }
        }
        return all;
    }

    /** @param known whether the whole is told, or follows */
    private Set<C> close(Line<C> line, boolean known, Set<C> withheld) {
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
