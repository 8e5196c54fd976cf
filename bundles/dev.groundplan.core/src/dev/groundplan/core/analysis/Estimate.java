package dev.groundplan.core.analysis;

import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;

/**
 * One number of an estimation: what it is, its 80 % interval, and why.
 *
 * @param title for people, without the value
 * @param value P10, P50 and P90
 */
public record Estimate<Q extends Quantity<Q>>(
        ResultKey key, String title, Uncertain<Q> value, Derivation derivation) {
    /** The same number with another reason. */
    public Estimate<Q> by(Derivation other) {
        return new Estimate<>(key, title, value, other);
    }
}
