package dev.footlights.query.company;

import dev.footlights.query.privacy.Line;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A team and the teams just below it, whose figures add up to its own.
 *
 * @param children in the order in which they are given up for others
 */
public record Family(String parent, List<String> children) {
    public Family {
        children = List.copyOf(children);
    }

    /** The same, for those that add up. */
    public Line<String> line() {
        return new Line<>(parent, children);
    }

    /** The teams of families, each once, by their refs. */
    public static Set<String> teams(Collection<Family> families) {
        Set<String> teams = new TreeSet<>();
        families.forEach(family -> {
            teams.add(family.parent());
            teams.addAll(family.children());
        });
        return teams;
    }
}
