package dev.groundplan.core.units;

/**
 * A policy: what somebody decided to stay within. Nothing is drawn from it.
 *
 * @param least the smallest allowed
 * @param usual what is aimed at
 * @param most the largest allowed
 */
public record Bounds<Q extends Quantity<Q>>(Q least, Q usual, Q most) {
    /** @throws IllegalArgumentException when the three are not in order */
    public Bounds {
        Ordered.require(least, usual, most, "least, usual and most");
    }

    /** Always the same value. */
    public static <Q extends Quantity<Q>> Bounds<Q> exactly(Q value) {
        return new Bounds<>(value, value, value);
    }

    /** With the geometric mean in the middle, the arithmetic when the lower end is not above zero. */
    public static <Q extends Quantity<Q>> Bounds<Q> between(Q least, Q most) {
        return new Bounds<>(least, Ordered.middle(least, most), most);
    }

    /** All three, as written. */
    public static <Q extends Quantity<Q>> Bounds<Q> of(Q least, Q usual, Q most) {
        return new Bounds<>(least, usual, most);
    }

    /** The nearest value within the bounds. */
    public Q clamp(Q value) {
        return value.max(least).min(most);
    }

    /** Whether it is one value only. */
    public boolean isExact() {
        return least.compareTo(most) == 0;
    }

    @Override
    public String toString() {
        return Ordered.text(least, usual, most);
    }
}
