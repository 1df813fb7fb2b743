package dev.footlights.query.templates;

import java.util.HashSet;
import java.util.Set;

/**
 * What isn't told of a team's templates.
 *
 * @param everything whether nothing is told of them
 * @param endings whether it isn't told of any how runs ended
 * @param stages that aren't
 */
record Untold(boolean everything, boolean endings, Set<Place> stages) {
    static final Untold NOTHING = new Untold(false, false, Set.of());

    /** A stage of a template. */
    record Place(String template, String stage) {}

    boolean at(String template, String stage) {
        return everything || (endings && Stages.isEnding(stage)) || stages.contains(new Place(template, stage));
    }

    /** How many templates it isn't told of that they come to a stage; some of them may not. */
    int templatesAt(String stage) {
        return (int)
                stages.stream().filter(place -> place.stage().equals(stage)).count();
    }

    /** The same, and of no template how runs ended. */
    Untold andEndings() {
        return new Untold(everything, true, stages);
    }

    Untold and(Set<Place> more) {
        Set<Place> all = new HashSet<>(stages);
        all.addAll(more);
        return new Untold(everything, endings, all);
    }
}
