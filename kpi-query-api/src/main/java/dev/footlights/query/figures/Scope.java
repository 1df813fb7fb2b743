package dev.footlights.query.figures;

import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose use of what. Neither list is empty.
 *
 * @param features may hold {@code *}, all features together
 */
public record Scope(List<String> teams, List<String> features) {
    public Scope {
        teams = List.copyOf(teams);
        features = List.copyOf(features);
    }

    public boolean hasAllFeatures() {
        return features.contains(FeatureRules.ALL);
    }

    /** Whether a cell is about one of the teams and features. */
    public boolean holds(Cell cell) {
        return teams.contains(cell.team()) && features.contains(cell.feature());
    }

    /** The features asked one by one; may be empty. */
    public List<String> singleFeatures() {
        return features.stream()
                .filter(feature -> !feature.equals(FeatureRules.ALL))
                .toList();
    }

    /** All features together and single ones apart, for tables that have no row for all features. */
    public List<Scope> parts() {
        List<Scope> parts = new ArrayList<>();
        if (hasAllFeatures()) {
            parts.add(new Scope(teams, List.of(FeatureRules.ALL)));
        }
        if (!singleFeatures().isEmpty()) {
            parts.add(new Scope(teams, singleFeatures()));
        }
        return parts;
    }
}
