package dev.groundplan.dsl.lowering;

import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Measure;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** Reads a quantity whose dimension only its unit tells. */
final class AnyQuantity {
    private AnyQuantity() {}

    /** Of a prior, whose own name says what kind of time it is. */
    static Optional<Uncertain<?>> of(Block block, String property) {
        return of(block, property, block.name());
    }

    static Optional<Uncertain<?>> of(Block block, String property, String prior) {
        return block.values(property).stream()
                .filter(dev.groundplan.dsl.model.Quantity.class::isInstance)
                .findFirst()
                .map(value -> WrittenQuantity.of((dev.groundplan.dsl.model.Quantity) value))
                .filter(quantity -> !quantity.isEmpty())
                .flatMap(
                        quantity ->
                                dimension(prior, quantity)
                                        .flatMap(dimension -> read(quantity, dimension)));
    }

    /** Weeks are calendar time or working time; what a prior's name begins with says which. */
    private static Optional<Dimension<?>> dimension(String name, WrittenQuantity quantity) {
        Measure last = quantity.measures().getLast();
        return name.startsWith("effort.") && Dimension.EFFORT.read(last).isPresent()
                ? Optional.of(Dimension.EFFORT)
                : Dimension.of(last);
    }

    private static <Q extends Quantity<Q>> Optional<Uncertain<?>> read(
            WrittenQuantity quantity, Dimension<Q> dimension) {
        return quantity.<Q, Uncertain<Q>>as(
                        dimension, Uncertain::exactly, Uncertain::between, Uncertain::of)
                .map(range -> (Uncertain<?>) range);
    }
}
