package dev.footlights.query.answer;

import dev.footlights.query.company.Family;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.Place;
import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
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
        List<Family> families = Families.around(asked.teams(), directory);
        Set<String> teams = new TreeSet<>(Set.of(Directory.ORGANISATION));
        teams.addAll(asked.teams());
        teams.addAll(Family.teams(families));
        boolean single = !asked.singleFeatures().isEmpty();
        boolean singleOfTeams = single && !asked.teams().equals(List.of(Directory.ORGANISATION));
        List<String> features = new ArrayList<>(List.of(FeatureRules.ALL));
        List<Line<Place>> margins = new ArrayList<>();
        List<Line<Place>> inner = new ArrayList<>();
        families.forEach(family -> margins.add(line(family, FeatureRules.ALL)));
        if (single) {
            margins.add(features(Directory.ORGANISATION, directory));
            features.addAll(directory.allFeatures());
        }
        if (singleOfTeams) {
            teams.stream()
                    .filter(team -> !team.equals(Directory.ORGANISATION))
                    .forEach(team -> inner.add(features(team, directory)));
            for (Family family : families) {
                directory.allFeatures().forEach(feature -> inner.add(line(family, feature)));
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

    private static Line<Place> line(Family family, String feature) {
        return new Line<>(
                new Place(family.parent(), feature),
                family.children().stream()
                        .map(child -> new Place(child, feature))
                        .toList());
    }
}
