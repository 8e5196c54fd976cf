package dev.groundplan.estimators;

import dev.groundplan.core.plan.Prior;

/**
 * Where a formula reads the constants of the catalogue: the facts of a plan, or a catalogue alone.
 */
@FunctionalInterface
public interface PriorSource {
    /**
     * @throws IllegalStateException when there is no constant of that name
     */
    Prior prior(String name);
}
