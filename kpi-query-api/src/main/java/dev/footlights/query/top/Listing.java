package dev.footlights.query.top;

/**
 * What a list counts, as parts of a statement. Made of constants only.
 *
 * @param name expression that names an item; facts without a name aren't in the list
 * @param amount column of activity_facts that is added up; a fact counts, and its person with it, when it isn't 0
 * @param condition which facts
 */
public record Listing(String name, String amount, String condition) {
    /** Adds the parts of the condition that all lists have. */
    String where() {
        return condition + " AND " + amount + " > 0 AND " + name + " != ''";
    }
}
