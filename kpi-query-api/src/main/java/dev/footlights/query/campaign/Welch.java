package dev.footlights.query.campaign;

import java.util.List;

/**
 * The difference of two means with its 95 % interval, by Welch's method: the two sides may vary differently. Where no
 * team's change differs from its side's mean, the interval is the difference itself.
 *
 * @param difference mean of the first side - mean of the other
 * @param degrees of freedom after Welch and Satterthwaite; 0 when nothing varies
 */
record Welch(double difference, double low, double high, double degrees) {
    private static final double CONFIDENCE = 0.95;

    /** Of at least two values on each side. */
    static Welch of(List<Double> first, List<Double> other) {
        double difference = mean(first) - mean(other);
        double one = variance(first) / first.size();
        double two = variance(other) / other.size();
        if (one + two == 0) {
            return new Welch(difference, difference, difference, 0);
        }
        double degrees = (one + two) * (one + two) / (one * one / (first.size() - 1) + two * two / (other.size() - 1));
        double reach = StudentT.within(CONFIDENCE, degrees) * Math.sqrt(one + two);
        return new Welch(difference, difference - reach, difference + reach, degrees);
    }

    static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }

    private static double variance(List<Double> values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.size() - 1);
    }
}
