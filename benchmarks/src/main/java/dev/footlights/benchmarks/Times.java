package dev.footlights.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * How long answers took.
 *
 * @param millis of each, ascending
 */
record Times(List<Double> millis) {
    static Times of(double[] millis) {
        return new Times(Arrays.stream(millis).sorted().boxed().toList());
    }

    double median() {
        return at(0.5);
    }

    /** 95 of 100 took at most so long; the nearest rank. */
    double p95() {
        return at(0.95);
    }

    double least() {
        return millis.getFirst();
    }

    double most() {
        return millis.getLast();
    }

    private double at(double share) {
        return millis.get((int) Math.ceil(share * millis.size()) - 1);
    }
}
