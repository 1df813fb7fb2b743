package dev.footlights.query.answer;

import dev.footlights.query.company.Family;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.Partners;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.features.FeatureRules;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the families that bear on what may be told of some teams. */
final class Families {
    private Families() {}

    /** Each team's with its sisters, and those of the teams above it, from the top down. */
    static List<Family> around(Collection<String> teams, Directory directory) {
        TeamTree tree = new TeamTree(directory.rosterTeams());
        Set<String> parents = new TreeSet<>();
        teams.forEach(team -> tree.lineage(team).stream().skip(1).forEach(parents::add));
        return parents.stream()
                .sorted(Comparator.comparingInt(
                                (String parent) -> tree.lineage(parent).size())
                        .thenComparing(Comparator.naturalOrder()))
                .map(parent -> family(parent, tree, directory))
                .toList();
    }

    /** Who gives up what for whom, of every team. */
    static Partners partners(Directory directory) {
        // From the catalogue's end, as it names first what a portal is for.
        return new Partners(lines(directory), directory.allFeatures().reversed(), directory.everUsed());
    }

    /** Every team with teams below it, and these. */
    static List<Line<String>> lines(Directory directory) {
        return around(directory.allTeams(), directory).stream()
                .map(Family::line)
                .toList();
    }

    /** The same, in the order of their refs, which is the same while the catalog is. */
    static List<Line<String>> inOrder(Directory directory) {
        return lines(directory).stream()
                .map(line ->
                        new Line<>(line.whole(), line.parts().stream().sorted().toList()))
                .toList();
    }

    /** What is withheld for others' sake is rather about people without a team than about a team. */
    private static Family family(String parent, TeamTree tree, Directory directory) {
        return new Family(
                parent,
                directory
                        .everUsed()
                        .inOrder(children(parent, tree, directory), child -> new Place(child, FeatureRules.ALL))
                        .stream()
                        .sorted(Comparator.comparing(child -> !child.equals(Directory.UNASSIGNED)))
                        .toList());
    }

    /** Teams that only facts name, and people without one, stand just below the organisation. */
    private static Set<String> children(String parent, TeamTree tree, Directory directory) {
        Set<String> children = new TreeSet<>(tree.children(parent));
        if (parent.equals(Directory.ORGANISATION)) {
            Set<String> others = new TreeSet<>(directory.allTeams());
            directory.rosterTeams().forEach(team -> {
                if (team.active()) {
                    others.remove(team.team());
                }
            });
            others.remove(Directory.ORGANISATION);
            children.addAll(others);
        }
        return children;
    }
}
