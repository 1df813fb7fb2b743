package dev.footlights.query.funnel;

import dev.footlights.query.request.Refusals;
import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a funnel: any use of a feature, one action in it, or one action on one item.
 *
 * @param text as asked
 * @param feature {@code *} for any
 */
public record Step(String text, String feature, Optional<String> action, Optional<String> item) {
    private static final int LONGEST = 600;
    private static final String FORM = "feature, feature:action or feature:action:item";

    /** Reads {@code feature}, {@code feature:action} or {@code feature:action:item}; the item may hold colons. */
    public static Step of(String parameter, String text) {
        String[] parts = text.strip().split(":", 3);
        for (String part : parts) {
            if (part.isBlank() || text.length() > LONGEST) {
                throw Refusals.parameter(parameter, "is not a list of steps, each " + FORM);
            }
        }
        return new Step(
                text.strip(),
                parts[0],
                parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(),
                parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
    }

    boolean ofAnyFeature() {
        return feature.equals(FeatureRules.ALL);
    }

    /** Condition on a fact, by {@link #values}. */
    String condition() {
        return (ofAnyFeature() ? "feature != ''" : "feature = ?")
                + (action.isPresent() ? " AND action = ?" : "")
                + (item.isPresent() ? " AND item = ?" : "");
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        if (!ofAnyFeature()) {
            values.add(feature);
        }
        action.ifPresent(values::add);
        item.ifPresent(values::add);
        return values;
    }
}
