package dev.groundplan.core.units;

/**
 * A number with a dimension, held in that dimension's base unit ({@link Dimension#baseUnit()}).
 *
 * <p>{@code toString()} is the form for a person: about three significant digits, a unit of a sensible size, grouping
 * by commas, the same under every locale. It rounds; {@link #value()} does not.
 *
 * @param <Q> the quantity's own type, so that only equal dimensions add and compare
 */
public sealed interface Quantity<Q extends Quantity<Q>> extends Comparable<Q>
        permits Count,
                Ratio,
                Parameters,
                Tokens,
                Bytes,
                BytesPerSecond,
                BytesPerToken,
                Flop,
                FlopPerSecond,
                AcceleratorHours,
                Time,
                Effort,
                EffortPerMonth,
                HoursPerDay,
                TimePerItem,
                TokensPerSecond,
                TokensPerItem,
                RequestRate,
                ItemsPerRequest,
                Power,
                Energy,
                Carbon,
                CarbonIntensity,
                GrowthRate,
                InterruptionRate,
                Monetary {

    /** The number in the base unit; always finite, never a negative zero. */
    double value();

    /**
     * The same dimension (and currency) with another number.
     *
     * @throws IllegalArgumentException when the number is not finite
     */
    Q of(double value);

    /** What this quantity measures. */
    Dimension<Q> dimension();

    /** The sum. */
    default Q plus(Q other) {
        return of(value() + other.value());
    }

    /** The difference; negative when the other is larger. */
    default Q minus(Q other) {
        return of(value() - other.value());
    }

    /** So many times as much. */
    default Q times(double factor) {
        return of(value() * factor);
    }

    /** That share of it. */
    default Q times(Ratio share) {
        return times(share.value());
    }

    /**
     * What share of the other this is.
     *
     * @throws IllegalArgumentException when the other is zero
     */
    default Ratio dividedBy(Q other) {
        if (other.value() == 0) {
            throw new IllegalArgumentException("cannot divide " + this + " by " + other);
        }
        return new Ratio(value() / other.value());
    }

    /**
     * One of so many equal parts.
     *
     * @throws IllegalArgumentException when the divisor is zero
     */
    default Q dividedBy(double divisor) {
        if (divisor == 0) {
            throw new IllegalArgumentException("cannot divide " + this + " by 0");
        }
        return of(value() / divisor);
    }

    /** Whether the number is zero. */
    default boolean isZero() {
        return value() == 0;
    }

    /** The larger of the two; this one when they are equal. */
    default Q max(Q other) {
        return other.compareTo(self()) > 0 ? other : self();
    }

    /** The smaller of the two; this one when they are equal. */
    default Q min(Q other) {
        return other.compareTo(self()) < 0 ? other : self();
    }

    @Override
    default int compareTo(Q other) {
        return Double.compare(value(), other.value());
    }

    /** This quantity as its own type: sound, since every record of this package is the {@code Q} that it declares. */
    @SuppressWarnings("unchecked")
    private Q self() {
        return (Q) this;
    }
}
