package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What follows of hidden figures from sums of figures that are zero: Gauss's elimination, over the hidden ones only, kept up
 * to date while more are hidden. Sums are about few of the figures each, and hold only those.
 */
final class KnownSums {
    private static final double NOTHING = 1e-9;

    private final List<Map<Integer, Double>> sums = new ArrayList<>();
    /** Numbers of the sums that a figure is in. */
    private final Map<Integer, Set<Integer>> places = new HashMap<>();

    private final BitSet hidden = new BitSet();
    /** Numbers of sums by the hidden figure that no other sum has any more. The sums beside them are about told figures alone. */
    private final Map<Integer, Integer> solved = new HashMap<>();
    /** Numbers of the solved sums. */
    private final BitSet used = new BitSet();

    /**
     * Nothing is hidden yet.
     *
     * @param sums each by the factor, not 0, of every figure that it is about
     */
    KnownSums(Collection<Map<Integer, Double>> sums) {
        sums.forEach(sum -> {
            sum.keySet().forEach(figure -> place(figure).add(this.sums.size()));
            this.sums.add(new HashMap<>(sum));
        });
    }

    private Set<Integer> place(int figure) {
        return places.computeIfAbsent(figure, any -> new TreeSet<>());
    }

    /** Makes a figure unknown. */
    void hide(int figure) {
        hidden.set(figure);
        int number = shortest(figure);
        if (number < 0) {
            return;
        }
        Map<Integer, Double> sum = sums.get(number);
        double scale = sum.getOrDefault(figure, 1.0);
        sum.replaceAll((each, factor) -> factor / scale);
        for (int other : List.copyOf(place(figure))) {
            if (other != number) {
                subtract(other, sum, sums.get(other).getOrDefault(figure, 0.0));
            }
        }
        solved.put(figure, number);
        used.set(number);
    }

    /** Whether a hidden figure follows: its sum, if it has one, is about no other hidden one. */
    boolean tells(int figure) {
        Integer number = solved.get(figure);
        return number != null
                && sums.get(number).keySet().stream().allMatch(other -> other == figure || !hidden.get(other));
    }

    /** Whether a hidden figure follows from these sums and others, in which other figures are hidden. */
    boolean tellsBy(int figure, KnownSums others) {
        return tells(figure) && others.tells(sums.get(solved.getOrDefault(figure, 0)));
    }

    /** Whether the part of a sum that is hidden follows: nothing hidden is left of it less those that are solved. */
    boolean tells(Map<Integer, Double> sum) {
        Map<Integer, Double> left = new HashMap<>();
        sum.forEach((figure, factor) -> {
            left.merge(figure, factor, Double::sum);
            Integer number = solved.get(figure);
            if (number != null) {
                sums.get(number).forEach((other, times) -> left.merge(other, -factor * times, Double::sum));
            }
        });
        return left.entrySet().stream()
                .allMatch(each -> !hidden.get(each.getKey()) || Math.abs(each.getValue()) < NOTHING);
    }

    /** What is left of the sums once what is hidden is solved: they are about figures that aren't. */
    Stream<Map<Integer, Double>> ofTold() {
        return IntStream.range(0, sums.size())
                .filter(number -> !used.get(number))
                .mapToObj(sums::get);
    }

    /** Which of the sums about told figures has this one and the fewest others; negative when none has it. */
    private int shortest(int figure) {
        int shortest = -1;
        for (int number : place(figure)) {
            if (!used.get(number)
                    && (shortest < 0
                            || sums.get(number).size() < sums.get(shortest).size())) {
                shortest = number;
            }
        }
        return shortest;
    }

    private void subtract(int from, Map<Integer, Double> sum, double times) {
        Map<Integer, Double> left = sums.get(from);
        sum.forEach((figure, factor) -> {
            double rest = left.getOrDefault(figure, 0.0) - times * factor;
            if (Math.abs(rest) > NOTHING) {
                left.put(figure, rest);
                place(figure).add(from);
            } else if (left.remove(figure) != null) {
                place(figure).remove(from);
            }
        });
    }
}
