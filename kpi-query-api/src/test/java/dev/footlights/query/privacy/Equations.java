package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Linear equations with known right sides: tells whether a sum of unknowns follows from them. Exact, modulo a prime. */
public final class Equations {
    private static final long PRIME = 2_147_483_647L;

    private final int unknowns;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private final BitSet nothings = new BitSet();

    public Equations(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Adds what is known; each unknown stands with its factor. */
    public void add(long[] sum) {
        long[] rest = reduce(sum);
        int pivot = firstOf(rest);
        if (pivot < unknowns) {
            long inverse = power(rest[pivot], PRIME - 2);
            for (int i = 0; i < unknowns; i++) {
                rest[i] = rest[i] * inverse % PRIME;
            }
            rows.add(rest);
            pivots.add(pivot);
        }
    }

    /** Adds that each unknown of a sum is nothing, as the sum is and none is less than nothing. */
    public void addNothing(long[] sum) {
        for (int number = 0; number < unknowns; number++) {
            if (sum[number] == 1 && !nothings.get(number)) {
                long[] one = new long[unknowns];
                one[number] = 1;
                add(one);
                nothings.set(number);
            }
        }
    }

    public boolean tell(long[] sum) {
        return firstOf(reduce(sum)) == unknowns;
    }

    private long[] reduce(long[] sum) {
        long[] rest = new long[unknowns];
        for (int i = 0; i < unknowns; i++) {
            rest[i] = Math.floorMod(sum[i], PRIME);
        }
        for (int number = 0; number < rows.size(); number++) {
            long factor = rest[pivots.get(number)];
            if (factor != 0) {
                long[] row = rows.get(number);
                for (int i = 0; i < unknowns; i++) {
                    rest[i] = Math.floorMod(rest[i] - factor * row[i] % PRIME, PRIME);
                }
            }
        }
        return rest;
    }

    private int firstOf(long[] row) {
        for (int i = 0; i < unknowns; i++) {
            if (row[i] != 0) {
                return i;
            }
        }
        return unknowns;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long factor = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * factor % PRIME;
            }
            factor = factor * factor % PRIME;
        }
        return result;
    }
}
