package dev.groundplan.core.units;

/**
 * How a rate differs over time.
 *
 * @param trough the lowest that is to be expected, as at night
 * @param usual what holds most of the time
 * @param peak the highest that must be served
 */
public record Profile<Q extends Quantity<Q>>(Q trough, Q usual, Q peak) {
    /** @throws IllegalArgumentException when the three are not in order */
    public Profile {
        Ordered.require(trough, usual, peak, "trough, usual and peak");
    }

    /** Always the same value. */
    public static <Q extends Quantity<Q>> Profile<Q> exactly(Q value) {
        return new Profile<>(value, value, value);
    }

    /** With the geometric mean in the middle, the arithmetic when the lower end is not above zero. */
    public static <Q extends Quantity<Q>> Profile<Q> between(Q trough, Q peak) {
        return new Profile<>(trough, Ordered.middle(trough, peak), peak);
    }

    /** All three, as written. */
    public static <Q extends Quantity<Q>> Profile<Q> of(Q trough, Q usual, Q peak) {
        return new Profile<>(trough, usual, peak);
    }

    /** Whether it is one value only. */
    public boolean isExact() {
        return trough.compareTo(peak) == 0;
    }

    @Override
    public String toString() {
        return Ordered.text(trough, usual, peak);
    }
}
