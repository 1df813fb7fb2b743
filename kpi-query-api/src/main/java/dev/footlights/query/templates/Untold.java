package dev.footlights.query.templates;

import java.util.Set;

/**
 * What isn't told of a team's templates.
 *
 * @param everything whether nothing is told of them
 * @param stages that aren't
 */
record Untold(boolean everything, Set<Place> stages) {
    /** A stage of a template. */
    record Place(String template, String stage) {}

    boolean at(String template, String stage) {
        return everything || stages.contains(new Place(template, stage));
    }
}
