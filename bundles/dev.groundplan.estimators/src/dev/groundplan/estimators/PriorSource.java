package dev.groundplan.estimators;

import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;

/**
 * Where a formula reads the constants of the catalogue: the facts of a plan, or a catalogue alone.
 */
@FunctionalInterface
public interface PriorSource {
    /**
     * @throws IllegalStateException when there is no constant of that name
     */
    Prior prior(String name);

    /** The value of a constant in the dimension that the formula needs. */
    default <Q extends Quantity<Q>> Uncertain<Q> prior(String name, Dimension<Q> dimension) {
        return dimension
                .cast(prior(name).value())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "prior " + name + " is not " + dimension.phrase()));
    }
}
