package dev.footlights.query.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many people ever used what, and so what is given up first where something must be withheld for others' sake: what the
 * fewest people ever used, of all that enough did. It is what is most often withheld for reasons of its own, and it has
 * something to hide behind. Then what fewer did, the most used first.
 *
 * @param people who ever used it; missing for nobody
 */
public record EverUsed(Floor floor, Map<Place, Long> people) {
    public EverUsed {
        people = Map.copyOf(people);
    }

    boolean any(Place place) {
        return of(place) > 0;
    }

    /** By as many as there must be for anything to be told. */
    boolean enough(Place place) {
        return any(place) && !floor.withholds(of(place));
    }

    /** Those that anybody ever used come first, in the order in which they are given up; equal ones stay as they are. */
    public <T> List<T> inOrder(Collection<T> all, Function<T, Place> place) {
        return all.stream().sorted(order(place)).toList();
    }

    /** What is given up first, of what anybody ever used. */
    Optional<Place> first(Collection<Place> places) {
        return places.stream().filter(this::any).min(order(Function.identity()));
    }

    private <T> Comparator<T> order(Function<T, Place> place) {
        return Comparator.comparingLong(one -> rank(of(place.apply(one))));
    }

    private long of(Place place) {
        return people.getOrDefault(place, 0L);
    }

    private long rank(long used) {
        return used > 0 && !floor.withholds(used) ? used : Long.MAX_VALUE - used;
    }
}
