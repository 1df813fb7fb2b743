package dev.footlights.query.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How many people ever used what, and so what is given up first where something must be withheld for others' sake.
 *
 * @param people who ever used it; missing for nobody
 */
public record EverUsed(Floor floor, Map<Place, Long> people, Preference preference) {
    /** What is given up first. */
    public enum Preference {
        /**
         * What the fewest people ever used, of all that enough did: it is what is most often withheld for reasons of its own.
         * Then what fewer did, the most used first. For figures of which each is told, be it a 0.
         */
        SELDOM_TOLD,
        /**
         * What so few people ever used that it is never told; of it, what most did. Then what the fewest did. For lists, which
         * don't say of what isn't in them that nobody used it.
         */
        NEVER_TOLD
    }

    public EverUsed {
        people = Map.copyOf(people);
    }

    public EverUsed(Floor floor, Map<Place, Long> people) {
        this(floor, people, Preference.SELDOM_TOLD);
    }

    boolean any(Place place) {
        return of(place) > 0;
    }

    /** By those whose figures are given up rather than others'. */
    boolean preferred(Place place) {
        return any(place) && floor.withholds(of(place)) == (preference == Preference.NEVER_TOLD);
    }

    /** Those that anybody ever used come first, in the order in which they are given up; equal ones stay as they are. */
    public <T> List<T> inOrder(Collection<T> all, Function<T, Place> place) {
        return all.stream().sorted(order(place)).toList();
    }

    private <T> Comparator<T> order(Function<T, Place> place) {
        return Comparator.comparingLong(one -> rank(of(place.apply(one))));
    }

    private long of(Place place) {
        return people.getOrDefault(place, 0L);
    }

    private long rank(long used) {
        boolean few = used == 0 || floor.withholds(used);
        return switch (preference) {
            case SELDOM_TOLD -> few ? Long.MAX_VALUE - used : used;
            case NEVER_TOLD -> few && used > 0 ? -used : used == 0 ? Long.MAX_VALUE : used;
        };
    }
}
