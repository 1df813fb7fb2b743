package dev.footlights.query.privacy;

import java.util.stream.IntStream;

/**
 * Which counts of people in a list are kept back when the list's total is known, so that no small one can be worked out.
 * Counts of nobody are told, so one that is kept back is at least 1.
 */
public final class HiddenCounts {
    private HiddenCounts() {}

    /**
     * Keeps back each count from 1 to below the floor and, as long as there are fewer than two of them or they add up to
     * less than the floor, the smallest of the others; all, when that isn't reached.
     */
    public static boolean[] siblings(long[] counts, Floor floor) {
        return hidden(counts, floor, false);
    }

    /**
     * The same for a distribution whose mean is known as well: each count kept back could be another one with the same
     * total and the same mean.
     *
     * @param counts people by place, the places being one apart
     */
    public static boolean[] distribution(long[] counts, Floor floor) {
        return hidden(counts, floor, true);
    }

    private static boolean[] hidden(long[] counts, Floor floor, boolean meanKnown) {
        boolean[] hidden = new boolean[counts.length];
        boolean any = false;
        for (int place = 0; place < counts.length; place++) {
            hidden[place] = floor.withholds(counts[place]);
            any |= hidden[place];
        }
        while (any && !safe(counts, hidden, floor, meanKnown)) {
            int next = smallest(counts, hidden);
            if (next < 0) {
                IntStream.range(0, counts.length).forEach(place -> hidden[place] = true);
                return hidden;
            }
            hidden[next] = true;
        }
        return hidden;
    }

    private static int smallest(long[] counts, boolean[] hidden) {
        int smallest = -1;
        for (int place = 0; place < counts.length; place++) {
            if (!hidden[place] && counts[place] > 0 && (smallest < 0 || counts[place] < counts[smallest])) {
                smallest = place;
            }
        }
        return smallest;
    }

    private static boolean safe(long[] counts, boolean[] hidden, Floor floor, boolean meanKnown) {
        int[] places =
                IntStream.range(0, counts.length).filter(place -> hidden[place]).toArray();
        long people = IntStream.of(places).mapToLong(place -> counts[place]).sum();
        return places.length >= 2
                && people >= floor.people()
                && (!meanKnown
                        || IntStream.of(places)
                                .filter(place -> floor.withholds(counts[place]))
                                .allMatch(place -> couldBeAnother(place, counts, places)));
    }

    /** Whether moving one person up and another as far down, among the hidden places, changes this place's count. */
    private static boolean couldBeAnother(int place, long[] counts, int[] places) {
        for (int from : places) {
            for (int to : places) {
                for (int other : places) {
                    int back = other - (to - from);
                    if (from != to && IntStream.of(places).anyMatch(each -> each == back)) {
                        long[] moved = counts.clone();
                        moved[from]--;
                        moved[to]++;
                        moved[other]--;
                        moved[back]++;
                        boolean possible = IntStream.of(places).allMatch(each -> moved[each] >= 1);
                        if (possible && moved[place] != counts[place]) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
