package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import java.util.Optional;

/** Reads an amount of work and who does it: {@code 1..2..4 min per example by annotator}. */
final class LabourLowering {
    private LabourLowering() {}

    static <Q extends Quantity<Q>> Optional<Labour<Q>> of(
            Block owner, String property, Dimension<Q> dimension) {
        return owner.parts(property).stream()
                .findFirst()
                .flatMap(
                        part ->
                                part.uncertain("amount", dimension)
                                        .map(a -> new Labour<>(a, part.statedMention("by"))));
    }
}
