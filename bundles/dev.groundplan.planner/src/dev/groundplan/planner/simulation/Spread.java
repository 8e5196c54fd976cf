package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.Uncertain;

/**
 * The distribution that is fitted to P10, P50 and P90 and meets all three exactly. Above zero it is
 * lognormal in two pieces: below the median with the spread of the lower half, above it with that
 * of the upper. A range that reaches zero or less is normal in two pieces; one that begins at zero
 * never falls below it.
 *
 * @param below per unit of the standard normal, in logarithms or in the base unit
 */
record Spread(double median, double below, double above, boolean logarithmic, boolean positive) {
    static Spread of(Uncertain<?> value) {
        double low = value.low().value();
        double median = value.likely().value();
        double high = value.high().value();
        if (low > 0) {
            return new Spread(
                    median,
                    StrictMath.log(median / low) / Normal.Z90,
                    StrictMath.log(high / median) / Normal.Z90,
                    true,
                    true);
        }
        return new Spread(
                median, (median - low) / Normal.Z90, (high - median) / Normal.Z90, false, low == 0);
    }

    /** Whether there is nothing to draw. */
    boolean isExact() {
        return below == 0 && above == 0;
    }

    /**
     * @param z a quantile of the standard normal distribution
     */
    double at(double z) {
        double step = z * (z < 0 ? below : above);
        if (logarithmic) {
            return median * StrictMath.exp(step);
        }
        double value = median + step;
        return positive ? Math.max(0, value) : value;
    }
}
