package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Money;
import java.util.List;

/**
 * What a gate can tell with its examples, and what asking a judge costs.
 *
 * @param estimates for each metric that is a share: doubt at its examples, examples needed to show
 *     the step from now to the target, cost of the judge
 */
public record GateEstimation(List<Estimate<?>> estimates) implements Estimation {
    public GateEstimation {
        estimates = List.copyOf(estimates);
    }

    /** What asking judges costs in one pass, by metric. */
    public List<Estimate<Money>> judging() {
        return estimates.stream()
                .filter(e -> e.key().segments().getLast().equals("cost"))
                .flatMap(
                        e ->
                                Dimension.MONEY.cast(e.value()).stream()
                                        .map(
                                                cost ->
                                                        new Estimate<>(
                                                                e.key(),
                                                                e.title(),
                                                                cost,
                                                                e.derivation())))
                .toList();
    }
}
