package dev.footlights.query.top;

import dev.footlights.schemas.features.FeatureRules;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a list counts, as parts of a statement. Made of constants only.
 *
 * @param name expression that names an item; facts without a name aren't in the list
 * @param amount column of activity_facts that is added up; a fact counts, and its person with it, when it isn't 0
 * @param condition which facts
 * @param feature that all of the facts are of; {@code *} when they are of any
 * @param totalOf feature with whose figures the sum of all items is told
 * @param decided what must be told of an item so that it is told here; empty for itself
 */
public record Listing(
        String name, String amount, String condition, String feature, String totalOf, List<Listing> decided) {
    /** As pages of entities are named. */
    private static final Pattern ENTITY = Pattern.compile("(/docs/[^/]+/[^/]+/[^/]+|[^/:]+:[^/:]+/[^/]+)");

    /** Expression that names the items of lists of features. */
    public static final String FEATURE = "toString(feature)";

    /** Condition of lists of features. */
    public static final String OF_FEATURES = "feature != ''";

    public Listing {
        decided = List.copyOf(decided);
    }

    /** Features, by what is done with them. */
    public static Listing ofFeatures(String amount) {
        return new Listing(FEATURE, amount, OF_FEATURES, FeatureRules.ALL, FeatureRules.ALL, List.of());
    }

    /** All items as one, called {@code *}. */
    Listing asOne() {
        return new Listing("'*'", amount, condition, feature, totalOf, List.of());
    }

    /** Those of what is decided about that may be in the list: pages that are no entity's are decided with those that are. */
    Set<String> among(Collection<String> decidedNames) {
        boolean all = decided.isEmpty() || !name.equals(TopList.ENTITY);
        return decidedNames.stream()
                .filter(each -> all || ENTITY.matcher(each).matches())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Expression for the name by which it is decided about an item. */
    String decidedName() {
        return decided.size() == 1 ? decided.getFirst().name() : name;
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

    /** Whether what counts may not count any more in a later version of a fact: a search finds something as typing goes on. */
    boolean isEverTakenBack() {
        return amount.equals("zero_result_searches");
    }

    /** Which of these count. */
    String counts() {
        return amount + " > 0";
    }
}
