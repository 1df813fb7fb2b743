package dev.footlights.query.top;

/**
 * What a list counts, as parts of a statement. Made of constants only.
 *
 * @param name expression that names an item; facts without a name aren't in the list
 * @param amount column of activity_facts that is added up; a fact counts, and its person with it, when it isn't 0
 * @param condition which facts
 */
public record Listing(String name, String amount, String condition) {
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
