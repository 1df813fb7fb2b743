package dev.footlights.schemas.features;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something a person can use in Backstage.
 *
 * @param id lower-case name, stable, used in keys and URLs
 * @param title what people call it
 * @param owner who answers for it
 * @param purpose what it is for, one sentence
 * @param rules how its events are told; any one suffices
 */
public record Feature(String id, String title, String owner, String purpose, List<FeatureRule> rules) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Feature {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "features.yaml: id \"" + id + "\" must be lower-case letters, digits and dashes, at most 64");
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "features.yaml: feature \"" + id + "\" has no rules and could never match");
        }
        if (!rules.stream().allMatch(FeatureRule::hasConditions)) {
            throw new IllegalArgumentException("features.yaml: feature \"" + id
                    + "\" has a rule without conditions, which would match every event");
        }
        rules = List.copyOf(rules);
    }
}
