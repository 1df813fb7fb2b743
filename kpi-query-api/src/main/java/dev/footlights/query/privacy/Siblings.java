package dev.footlights.query.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what else must be withheld so that a withheld figure isn't the whole less its other parts.
 *
 * <p>In each line with a withheld part, at least two parts with people are withheld, and together
 * they are about enough people: their sum, which anyone can work out, is then about enough people too. Nor may a withheld whole be the sum of
 * parts that are all told. What is added is the first part in the line's order, so that it is mostly the same one from
 * day to day and can't be worked out over time instead. Lines cross, so this is repeated until nothing is added.
 */
public final class Siblings {
    private Siblings() {}

    /** The same where only numbers of people are known; missing for nobody. */
    public static <C> Set<C> withhold(
            Collection<Line<C>> lines, Map<C, Long> people, Collection<C> withheld, Floor floor) {
        return withhold(lines, People.counted(people), withheld, floor);
    }

    /**
     * Everything to be withheld.
     *
     * @param people whom each figure is about. Figures about nobody are told
     * @param withheld already, for reasons of their own
     */
    public static <C> Set<C> withhold(
            Collection<Line<C>> lines, People<C> people, Collection<C> withheld, Floor floor) {
        Set<C> all = new HashSet<>(withheld);
        boolean added = !all.isEmpty();
        while (added) {
            added = false;
            for (Line<C> line : lines) {
                added |= close(line, people, all, floor);
            }
        }
        return all;
    }

    private static <C> boolean close(Line<C> line, People<C> people, Set<C> withheld, Floor floor) {
        if (!withheld.contains(line.whole()) && line.parts().stream().noneMatch(withheld::contains)) {
            return false;
        }
        List<C> parts =
                line.parts().stream().filter(part -> people.of(part) > 0).toList();
        boolean added = false;
        for (C part : parts) {
            if (safe(line.whole(), parts, people, withheld, floor)) {
                return added;
            }
            added |= withheld.add(part);
        }
        return added;
    }

    private static <C> boolean safe(C whole, List<C> parts, People<C> people, Set<C> withheld, Floor floor) {
        List<C> unknown = parts.stream().filter(withheld::contains).toList();
        if (withheld.contains(whole)) {
            return !unknown.isEmpty();
        }
        return unknown.isEmpty() || (unknown.size() > 1 && !floor.withholds(people.together(unknown)));
    }
}
