package dev.footlights.query.templates;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What isn't told of a team's templates.
 *
 * @param everything whether nothing is told of them
 * @param endings whether it isn't told of any how runs ended
 * @param stages that aren't
 * @param cut tells of others, of the form, that they aren't for the sake of other days
 */
record Untold(boolean everything, boolean endings, Set<Place> stages, Predicate<Place> cut) {
    static final Untold NOTHING = new Untold(false, false, Set.of(), place -> false);

    /** A stage of a template. */
    record Place(String template, String stage) {}

    /** Whether a stage isn't told that people are at. */
    boolean at(String template, String stage) {
        return hides(template, stage) || (Stages.isOfForm(stage) && cut.test(new Place(template, stage)));
    }

    /** Whether it isn't told of a stage, even if nobody is at it. How runs ended isn't told where it isn't told how many there were. */
    boolean hides(String template, String stage) {
        boolean ending = Stages.isEnding(stage);
        return everything
                || (endings && ending)
                || stages.contains(new Place(template, stage))
                || (ending && stages.contains(new Place(template, Stages.CREATE)));
    }

    /** The templates of which it isn't told that they come to a stage; some of them may not. */
    Set<String> templatesAt(String stage) {
        return stages.stream()
                .filter(place -> place.stage().equals(stage))
                .map(Place::template)
                .collect(Collectors.toSet());
    }

    /** The same, and of no template how runs ended. */
    Untold andEndings() {
        return new Untold(everything, true, stages, cut);
    }

    Untold and(Set<Place> more) {
        Set<Place> all = new HashSet<>(stages);
        all.addAll(more);
        return new Untold(everything, endings, all, cut);
    }
}
