package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tariff;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.dsl.model.DatedQuantity;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads a price that may be written several times, each with the day from which it holds. */
final class Prices {
    private Prices() {}

    /** Every price that the property has; of two with one first day, the first. */
    static <Q extends Quantity<Q>> Optional<Tariff<Q>> of(
            Block block, String property, Dimension<Q> dimension) {
        Set<Optional<LocalDate>> days = new HashSet<>();
        List<Tariff.Step<Q>> steps =
                block.values(property).stream()
                        .map(DatedQuantity.class::cast)
                        .filter(price -> days.add(from(price)))
                        .flatMap(
                                price ->
                                        step(
                                                price,
                                                dimension,
                                                (value, since) ->
                                                        Provenance.entry(
                                                                block, property, value, since))
                                                .stream())
                        .toList();
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Tariff<>(steps));
    }

    /** One price as it is written. */
    static <Q extends Quantity<Q>> Optional<Tariff.Step<Q>> step(
            DatedQuantity price,
            Dimension<Q> dimension,
            BiFunction<Uncertain<Q>, Optional<LocalDate>, Stated<Uncertain<Q>>> origin) {
        return WrittenQuantity.of(price)
                .as(dimension, Uncertain::exactly, Uncertain::between, Uncertain::of)
                .map(value -> new Tariff.Step<>(from(price), origin.apply(value, from(price))));
    }

    /** The first day of a price; empty when it has held from the beginning. */
    static Optional<LocalDate> from(DatedQuantity price) {
        return Optional.ofNullable(price.getFrom());
    }

    /** As it stands behind the price. */
    static String since(Optional<LocalDate> from) {
        return from.map(day -> " from " + day).orElse("");
    }

    /** The one that is shown where no day is asked for. */
    static <Q extends Quantity<Q>> Stated<Uncertain<Q>> first(Tariff<Q> tariff) {
        return tariff.steps().getFirst().price();
    }
}
