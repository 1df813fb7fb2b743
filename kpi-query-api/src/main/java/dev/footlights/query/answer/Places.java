package dev.footlights.query.answer;

import dev.footlights.query.figures.Scope;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The teams and features whose figures bear on what may be told of a scope, and the lines in which they add up: each asked
 * team with its sisters, those of the teams above it, and the features.
 *
 * @param inner empty unless single features of single teams are asked
 */
record Places(List<String> teams, List<String> features, List<Line<Place>> margins, List<Line<Place>> inner) {

    static Places around(Scope asked, Directory directory) {
        TeamTree tree = new TeamTree(directory.rosterTeams());
        Set<String> teams = new TreeSet<>(Set.of(Directory.ORGANISATION));
        Set<String> parents = new TreeSet<>();
        for (String team : asked.teams()) {
            teams.add(team);
            tree.lineage(team).stream().skip(1).forEach(parents::add);
        }
        parents.forEach(parent -> {
            teams.add(parent);
            teams.addAll(children(parent, tree, directory));
        });
        boolean single = !asked.singleFeatures().isEmpty();
        boolean singleOfTeams = single && !asked.teams().equals(List.of(Directory.ORGANISATION));
        List<String> features = new ArrayList<>(List.of(FeatureRules.ALL));
        List<Line<Place>> margins = new ArrayList<>();
        List<Line<Place>> inner = new ArrayList<>();
        parents.forEach(parent -> margins.add(family(parent, FeatureRules.ALL, tree, directory)));
        if (single) {
            margins.add(features(Directory.ORGANISATION, directory));
            features.addAll(directory.allFeatures());
        }
        if (singleOfTeams) {
            teams.stream()
                    .filter(team -> !team.equals(Directory.ORGANISATION))
                    .forEach(team -> inner.add(features(team, directory)));
            for (String parent : parents) {
                directory.allFeatures().forEach(feature -> inner.add(family(parent, feature, tree, directory)));
            }
        }
        return new Places(List.copyOf(teams), features, margins, inner);
    }

    /** The catalogue names first what a portal is for; what is withheld for others' sake is taken from its end. */
    private static Line<Place> features(String team, Directory directory) {
        return new Line<>(
                new Place(team, FeatureRules.ALL),
                directory.allFeatures().reversed().stream()
                        .map(feature -> new Place(team, feature))
                        .toList());
    }

    /** What is withheld for others' sake is rather about people without a team than about a team. */
    private static Line<Place> family(String parent, String feature, TeamTree tree, Directory directory) {
        return new Line<>(
                new Place(parent, feature),
                children(parent, tree, directory).stream()
                        .sorted(Comparator.comparing(child -> !child.equals(Directory.UNASSIGNED)))
                        .map(child -> new Place(child, feature))
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
