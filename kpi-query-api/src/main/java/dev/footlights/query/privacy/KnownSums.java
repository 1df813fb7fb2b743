package dev.footlights.query.privacy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows of hidden figures from sums of figures that are zero: Gauss's elimination, over the hidden ones only, kept up
 * to date while more are hidden.
 */
final class KnownSums {
    private static final double NOTHING = 1e-9;

    private final List<double[]> sums;
    private final BitSet hidden = new BitSet();
    /** Sums by the hidden figure that no other sum has any more. The sums beside them are about told figures alone. */
    private final Map<Integer, double[]> solved = new HashMap<>();
    /** Numbers of the solved sums. */
    private final BitSet used = new BitSet();

    /**
     * Nothing is hidden yet.
     *
     * @param sums each by the factor of every figure, -1, 0 or 1; changed from now on
     */
    KnownSums(List<double[]> sums) {
        this.sums = sums;
    }

    /** Makes a figure unknown. */
    void hide(int figure) {
        hidden.set(figure);
        int number = largest(figure);
        if (number < 0) {
            return;
        }
        double[] sum = sums.get(number);
        double scale = sum[figure];
        for (int each = 0; each < sum.length; each++) {
            sum[each] /= scale;
        }
        for (int other = 0; other < sums.size(); other++) {
            if (other != number) {
                subtract(sums.get(other), sum, sums.get(other)[figure]);
            }
        }
        solved.put(figure, sum);
        used.set(number);
    }

    /** Whether a hidden figure follows: its sum, if it has one, is about no other hidden one. */
    boolean tells(int figure) {
        double[] sum = solved.get(figure);
        if (sum == null) {
            return false;
        }
        for (int other = hidden.nextSetBit(0); other >= 0; other = hidden.nextSetBit(other + 1)) {
            if (other != figure && Math.abs(sum[other]) > NOTHING) {
                return false;
            }
        }
        return true;
    }

    /** Which of the sums about told figures has the largest factor of this one; negative when none has it. */
    private int largest(int figure) {
        int largest = -1;
        double factor = NOTHING;
        for (int number = used.nextClearBit(0); number < sums.size(); number = used.nextClearBit(number + 1)) {
            if (Math.abs(sums.get(number)[figure]) > factor) {
                largest = number;
                factor = Math.abs(sums.get(number)[figure]);
            }
        }
        return largest;
    }

    private static void subtract(double[] from, double[] sum, double times) {
        if (times != 0) {
            for (int figure = 0; figure < from.length; figure++) {
                from[figure] -= times * sum[figure];
            }
        }
    }
}
