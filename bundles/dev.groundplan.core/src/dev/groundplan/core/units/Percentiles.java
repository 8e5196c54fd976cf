package dev.groundplan.core.units;

/**
 * Percentiles of an uncertain quantity between and beyond its three: on each side of the median a
 * lognormal distribution through the given end, a normal one where the range reaches zero. An
 * approximation for display; what adds up many quantities simulates them.
 */
public final class Percentiles {
    private static final double Z90 = quantile(0.9);

    private Percentiles() {}

    /**
     * The value that the quantity does not exceed with that probability.
     *
     * @param probability above 0 and below 1
     * @throws IllegalArgumentException when it is not
     */
    public static <Q extends Quantity<Q>> Q of(Uncertain<Q> range, Ratio probability) {
        double p = probability.value();
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException(
                    probability + " is no probability between 0 % and 100 %");
        }
        double z = quantile(p) / Z90;
        Q end = z < 0 ? range.low() : range.high();
        Q median = range.likely();
        if (z == 0 || end.compareTo(median) == 0) {
            return median;
        }
        double steps = StrictMath.abs(z);
        return range.low().value() > 0
                ? median.times(StrictMath.pow(end.value() / median.value(), steps))
                : median.of(median.value() + (end.value() - median.value()) * steps);
    }

    /** What holds with a probability that somebody asks for; its high end where that is none. */
    public static <Q extends Quantity<Q>> Q promised(Uncertain<Q> range, Ratio confidence) {
        boolean sensible = confidence.value() > 0 && confidence.value() < 1;
        return sensible ? of(range, confidence) : range.high();
    }

    /** A probability for people: {@code 37 %}, {@code below 1 %}. */
    public static String chanceText(Ratio chance) {
        long percent = Math.round(100 * chance.value());
        return chance.value() < 0.01
                ? "below 1 %"
                : chance.value() > 0.99 ? "above 99 %" : percent + " %";
    }

    /** How probable it is that the quantity does not exceed that value. */
    public static <Q extends Quantity<Q>> Ratio chanceOfAtMost(Uncertain<Q> range, Q limit) {
        Q median = range.likely();
        int side = limit.compareTo(median);
        Q end = side < 0 ? range.low() : range.high();
        if (end.compareTo(median) == 0) {
            return side < 0 ? Ratio.ZERO : Ratio.ONE;
        }
        if (side == 0) {
            return new Ratio(0.5);
        }
        double steps;
        if (range.low().value() > 0) {
            steps =
                    limit.value() <= 0
                            ? Double.POSITIVE_INFINITY
                            : StrictMath.log(limit.value() / median.value())
                                    / StrictMath.log(end.value() / median.value());
        } else {
            steps = (limit.value() - median.value()) / (end.value() - median.value());
        }
        return new Ratio(cumulative(side < 0 ? -steps * Z90 : steps * Z90));
    }

    /** The standard normal distribution function, by its power series; exact to about 1e-15. */
    private static double cumulative(double z) {
        if (z > 8 || z < -8) {
            return z > 0 ? 1 : 0;
        }
        double term = z;
        double sum = z;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= z * z / i;
            sum += term;
        }
        double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
        return Math.clamp(0.5 + density * sum, 0, 1);
    }

    /** The inverse of {@link #cumulative} by halving; exact to about 1e-13. */
    private static double quantile(double probability) {
        double low = -8;
        double high = 8;
        while (high - low > 1e-14 * Math.max(1, Math.abs(low))) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double middle = (low + high) / 2;
        return Math.abs(middle) < 1e-12 ? 0 : middle;
    }
}
