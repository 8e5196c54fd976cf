package dev.groundplan.core.plan;

import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one thing costs, where its price changes on known days.
 *
 * @param steps in the order of their days; each holds until the next begins
 */
public record Tariff<Q extends Quantity<Q>>(List<Step<Q>> steps) {
    /**
     * A price and its first day.
     *
     * @param from empty when it has held from the beginning
     */
    public record Step<Q extends Quantity<Q>>(
            Optional<LocalDate> from, Stated<Uncertain<Q>> price) {}

    public Tariff {
        steps =
                steps.stream()
                        .sorted(Comparator.comparing(step -> step.from().orElse(LocalDate.MIN)))
                        .toList();
    }

    /** The price that holds on a day; empty before the first. */
    public Optional<Stated<Uncertain<Q>>> on(LocalDate day) {
        return steps.stream()
                .filter(step -> step.from().map(from -> !from.isAfter(day)).orElse(true))
                .reduce((earlier, later) -> later)
                .map(Step::price);
    }

    /** Whether the day matters at all. */
    public boolean isDated() {
        return steps.stream().anyMatch(step -> step.from().isPresent());
    }
}
