package dev.footlights.query.campaign;

/** Student's t distribution. */
final class StudentT {
    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };
    private static final int STEPS = 300;
    private static final double TINY = 1e-300;
    private static final double EXACT = 1e-15;

    private StudentT() {}

    /**
     * The value that the absolute value of a variable stays below with a probability.
     *
     * @param probability between 0 and 1
     * @param degrees of freedom, at least 1
     */
    static double within(double probability, double degrees) {
        double low = 0;
        double high = 1;
        while (inside(high, degrees) < probability) {
            high *= 2;
        }
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (inside(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Probability that the absolute value is below t. */
    private static double inside(double t, double degrees) {
        return 1 - beta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /** The regularised incomplete beta function, by its continued fraction on the side where that converges quickly. */
    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double numerator = 1;
        double denominator = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = denominator;
        for (int step = 1; step <= STEPS; step++) {
            double even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step));
            denominator = 1 / nonZero(1 + even * denominator);
            numerator = nonZero(1 + even / numerator);
            value *= denominator * numerator;
            double odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1));
            denominator = 1 / nonZero(1 + odd * denominator);
            numerator = nonZero(1 + odd / numerator);
            double factor = denominator * numerator;
            value *= factor;
            if (Math.abs(factor - 1) < EXACT) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = 0.9999999999998099;
        for (int index = 0; index < LANCZOS.length; index++) {
            sum += LANCZOS[index] / (x + index);
        }
        double shifted = x + LANCZOS.length - 1.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
    }
}
