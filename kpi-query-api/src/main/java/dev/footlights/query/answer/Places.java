package dev.footlights.query.answer;

import dev.footlights.query.company.Family;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.Partners;
import dev.footlights.query.privacy.Place;
import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The teams and features whose figures bear on what may be told of a scope, and the families in which teams add up: each asked
 * team with its sisters, and those of the teams above it.
 *
 * @param features all together first
 */
record Places(List<String> teams, List<String> features, List<Line<String>> families) {

    static Places around(Scope asked, Directory directory) {
        List<Family> families = Families.around(asked.teams(), directory);
        Set<String> teams = new TreeSet<>(Set.of(Directory.ORGANISATION));
        teams.addAll(asked.teams());
        teams.addAll(Family.teams(families));
        List<String> features = new ArrayList<>(List.of(FeatureRules.ALL));
        if (!asked.singleFeatures().isEmpty()) {
            features.addAll(directory.allFeatures());
        }
        return new Places(
                List.copyOf(teams),
                features,
                families.stream().map(Family::line).toList());
    }

    /** With the features that must be known to decide about totals. */
    Places withThoseAlone(Partners partners) {
        Set<String> all = new LinkedHashSet<>(features);
        partners.alone(teams).stream().sorted().forEach(all::add);
        return new Places(teams, List.copyOf(all), families);
    }

    List<String> singleFeatures() {
        return features.subList(1, features.size());
    }

    /** Teams add up to the team above for each feature. */
    List<Line<Place>> lines() {
        return families.stream()
                .flatMap(family -> features.stream()
                        .map(feature -> new Line<>(
                                new Place(family.whole(), feature),
                                family.parts().stream()
                                        .map(team -> new Place(team, feature))
                                        .toList())))
                .toList();
    }
}
