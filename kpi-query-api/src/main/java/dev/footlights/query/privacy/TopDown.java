package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Closes the {@link CrossingLines} of places that add up, from the top down: each family when those above it are decided, so
 * that the answer is the same whichever place is asked about.
 *
 * @param families of places, from the top down
 * @param ofPlace lines of the figures of a place
 * @param ofFamily lines of figures of a whole and its parts
 * @param place of a figure
 * @param fixed figures that are decided elsewhere, so that withholding them here is of no use
 * @param <P> a place
 * @param <C> a figure
 */
public record TopDown<P, C>(
        Floor floor,
        List<Line<P>> families,
        Function<P, List<Line<C>>> ofPlace,
        Function<Line<P>, List<Line<C>>> ofFamily,
        Function<C, P> place,
        Predicate<C> fixed) {
    public TopDown {
        families = List.copyOf(families);
    }

    /**
     * Everything to be withheld.
     *
     * @param people whom each figure is about
     * @param withheld already
     * @param first everything to be withheld of some lines and what is already, before it is looked at how they cross
     */
    public Set<C> withhold(
            Collection<P> places, People<C> people, Set<C> withheld, BiFunction<List<Line<C>>, Set<C>, Set<C>> first) {
        Set<P> below = new HashSet<>();
        families.forEach(family -> below.addAll(family.parts()));
        Map<P, List<Line<C>>> above = new HashMap<>();
        Set<C> all = withheld;
        for (P highest : places) {
            if (!below.contains(highest)) {
                List<Line<C>> lines = ofPlace.apply(highest);
                above.put(highest, lines);
                all = close(List.of(), lines, Set.of(highest), people, first.apply(lines, all));
            }
        }
        for (Line<P> family : families) {
            List<Line<C>> lines = new ArrayList<>();
            family.parts().forEach(part -> lines.addAll(ofPlace.apply(part)));
            lines.addAll(ofFamily.apply(family));
            List<Line<C>> known = above.getOrDefault(family.whole(), List.of());
            all = close(known, lines, Set.copyOf(family.parts()), people, first.apply(lines, all));
            List<Line<C>> together = new ArrayList<>(known);
            together.addAll(lines);
            family.parts().forEach(part -> above.put(part, together));
        }
        return all;
    }

    /** @param places those that are decided about */
    private Set<C> close(List<Line<C>> above, List<Line<C>> lines, Set<P> places, People<C> people, Set<C> withheld) {
        return CrossingLines.withhold(
                above,
                lines,
                people,
                withheld,
                floor,
                figure -> !places.contains(place.apply(figure)) || fixed.test(figure));
    }
}
