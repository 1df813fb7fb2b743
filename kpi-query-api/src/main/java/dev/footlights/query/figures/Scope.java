package dev.footlights.query.figures;

import dev.footlights.schemas.features.FeatureRules;
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

    /** The features asked one by one; may be empty. */
    public List<String> singleFeatures() {
        return features.stream()
                .filter(feature -> !feature.equals(FeatureRules.ALL))
                .toList();
    }
}
