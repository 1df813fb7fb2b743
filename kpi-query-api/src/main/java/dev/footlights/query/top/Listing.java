package dev.footlights.query.top;

import dev.footlights.schemas.features.FeatureRules;

/**
 * What a list counts, as parts of a statement. Made of constants only.
 *
 * @param name expression that names an item; facts without a name aren't in the list
 * @param amount column of activity_facts that is added up; a fact counts, and its person with it, when it isn't 0
 * @param condition which facts
 * @param feature that all of the facts are of; {@code *} when they are of any
 * @param totalOf feature with whose figures the sum of all items is told
 */
public record Listing(String name, String amount, String condition, String feature, String totalOf) {
    /** Expression that names the items of lists of features. */
    public static final String FEATURE = "toString(feature)";

    /** Condition of lists of features. */
    public static final String OF_FEATURES = "feature != ''";

    /** Features, by what is done with them. */
    public static Listing ofFeatures(String amount) {
        return new Listing(FEATURE, amount, OF_FEATURES, FeatureRules.ALL, FeatureRules.ALL);
    }

    /** All items as one, called {@code *}. */
    Listing asOne() {
        return new Listing("'*'", amount, condition, feature, totalOf);
    }

    /** Whether the items are features. */
    boolean isOfFeatures() {
        return name.equals(FEATURE);
    }

    /** Which facts are about an item of the list; on columns of the key alone. */
    String named() {
        return condition + " AND " + name + " != ''";
    }

    /** Which of these are uses: those that count, and coming by again, which is no view but a use. */
    String uses() {
        return "(events > 0 OR " + counts() + ")";
    }

    /** Which of these count. */
    String counts() {
        return amount + " > 0";
    }
}
