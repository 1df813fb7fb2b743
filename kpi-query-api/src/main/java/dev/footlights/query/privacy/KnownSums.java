package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * What follows from sums that are known: Gauss's elimination over few unknowns, with factors of -1, 0 and 1.
 */
final class KnownSums {
    private static final double NOTHING = 1e-9;

    private final int unknowns;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    KnownSums(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Adds a sum that is known, by the factor of each unknown; each row keeps a pivot of 1 that no other row has. */
    void add(double[] factors) {
        double[] rest = reduced(factors);
        int pivot = largest(rest);
        if (Math.abs(rest[pivot]) < NOTHING) {
            return;
        }
        double scale = rest[pivot];
        for (int unknown = 0; unknown < unknowns; unknown++) {
            rest[unknown] /= scale;
        }
        for (double[] row : rows) {
            subtract(row, rest, row[pivot]);
        }
        rows.add(rest);
        pivots.add(pivot);
    }

    /** Whether one unknown follows: its row, if it has one, is about nothing else. */
    boolean tells(int unknown) {
        int number = pivots.indexOf(unknown);
        if (number < 0) {
            return false;
        }
        double[] row = rows.get(number);
        for (int other = 0; other < unknowns; other++) {
            if (other != unknown && Math.abs(row[other]) > NOTHING) {
                return false;
            }
        }
        return true;
    }

    private double[] reduced(double[] factors) {
        double[] rest = factors.clone();
        for (int number = 0; number < rows.size(); number++) {
            subtract(rest, rows.get(number), rest[pivots.get(number)]);
        }
        return rest;
    }

    private static void subtract(double[] from, double[] row, double times) {
        if (times != 0) {
            for (int unknown = 0; unknown < from.length; unknown++) {
                from[unknown] -= times * row[unknown];
            }
        }
    }

    private static int largest(double[] row) {
        int largest = 0;
        for (int unknown = 1; unknown < row.length; unknown++) {
            if (Math.abs(row[unknown]) > Math.abs(row[largest])) {
                largest = unknown;
            }
        }
        return largest;
    }
}
