package dev.groundplan.rules;

import dev.groundplan.core.plan.Hardware;

/** Accelerators as the language writes them. */
final class Accelerated {
    private Accelerated() {}

    /** {@code 2 x L40S in eu-central}, the count only where one is given. */
    static String written(Hardware hardware) {
        return hardware.count().map(n -> n + " x ").orElse("")
                + hardware.accelerator().name()
                + hardware.region().map(region -> " in " + region).orElse("");
    }
}
