package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Hardware;
import java.util.stream.Stream;

/** Accelerators as the language writes them, and those that a job could move to. */
final class Accelerated {
    private Accelerated() {}

    /** {@code 2 x L40S in eu-central}, the count only where one is given. */
    static String written(Hardware hardware) {
        return hardware.count().map(n -> n + " x ").orElse("")
                + hardware.accelerator().name()
                + hardware.region().map(region -> " in " + region).orElse("");
    }

    /** So many of each larger accelerator of the same maker, so that the software stays. */
    static Stream<Hardware> larger(Hardware hardware, Facts facts) {
        AcceleratorSpec now = hardware.accelerator();
        return facts.catalogue().accelerators().values().stream()
                .filter(other -> other.memory().compareTo(now.memory()) > 0)
                .filter(other -> other.vendor().equals(now.vendor()))
                .map(
                        other ->
                                new Hardware(
                                        hardware.count(),
                                        other,
                                        hardware.region(),
                                        hardware.range()));
    }
}
