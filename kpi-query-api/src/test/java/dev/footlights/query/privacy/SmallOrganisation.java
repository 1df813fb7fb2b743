package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.List;

/** Three departments, two of which have teams. */
public final class SmallOrganisation {
    /** From the top down. */
    public static final List<Line<String>> FAMILIES = List.of(
            new Line<>("org", List.of("d1", "d2", "d3")),
            new Line<>("d1", List.of("a", "b", "c")),
            new Line<>("d2", List.of("x", "y")));

    public static final List<String> TEAMS = List.of("org", "d1", "d2", "d3", "a", "b", "c", "x", "y");
    /** Those without teams below. */
    public static final List<String> LEAVES = List.of("a", "b", "c", "x", "y", "d3");

    private SmallOrganisation() {}

    /** A team and those above it, from below. */
    public static List<String> lineage(String team) {
        List<String> lineage = new ArrayList<>(List.of(team));
        for (Line<String> family : FAMILIES.reversed()) {
            if (family.parts().contains(lineage.getLast())) {
                lineage.add(family.whole());
            }
        }
        return lineage;
    }

    /** Families of the teams above a team, from the top down. */
    public static List<Line<String>> above(String team) {
        List<String> lineage = lineage(team);
        return FAMILIES.stream()
                .filter(family -> lineage.indexOf(family.whole()) > 0)
                .toList();
    }
}
