package dev.footlights.schemas.registry;

import java.util.List;

/**
 * A registry's verdict on a new version.
 *
 * @param compatible whether it would be taken
 * @param reasons why not, in the registry's words; may be empty either way
 */
public record CompatibilityAnswer(boolean compatible, List<String> reasons) {
    public CompatibilityAnswer {
        reasons = List.copyOf(reasons);
    }

    static CompatibilityAnswer yes() {
        return new CompatibilityAnswer(true, List.of());
    }
}
