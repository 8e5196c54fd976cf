package dev.groundplan.core.units;

/**
 * How a quantity differs from one request to the next: percentiles of what arrives. Its spread is a fact of the load,
 * not a doubt about it; compare {@link Uncertain}.
 *
 * @param p10 what a tenth of the requests stay under
 * @param median what half of the requests stay under
 * @param p90 what nine tenths of the requests stay under
 */
public record Distribution<Q extends Quantity<Q>>(Q p10, Q median, Q p90) {
    /** @throws IllegalArgumentException when the three are not in order */
    public Distribution {
        Ordered.require(p10, median, p90, "10th percentile, median and 90th percentile");
    }

    /** Always the same value. */
    public static <Q extends Quantity<Q>> Distribution<Q> exactly(Q value) {
        return new Distribution<>(value, value, value);
    }

    /** With the geometric mean in the middle, the arithmetic when the lower end is not above zero. */
    public static <Q extends Quantity<Q>> Distribution<Q> between(Q p10, Q p90) {
        return new Distribution<>(p10, Ordered.middle(p10, p90), p90);
    }

    /** All three, as written. */
    public static <Q extends Quantity<Q>> Distribution<Q> of(Q p10, Q median, Q p90) {
        return new Distribution<>(p10, median, p90);
    }

    /** Whether it is one value only. */
    public boolean isExact() {
        return p10.compareTo(p90) == 0;
    }

    @Override
    public String toString() {
        return Ordered.text(p10, median, p90);
    }
}
