package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.PricePerMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it costs to run, in the project's currency.
 *
 * @param month of 730 hours
 * @param millionTokens a million output tokens at the usual load, their input included; empty
 *     without any load
 */
public record RunningCostEstimation(
        Estimate<PricePerMonth> month, Optional<Estimate<PricePerMillionTokens>> millionTokens)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return Stream.<Estimate<?>>concat(Stream.of(month), millionTokens.stream()).toList();
    }
}
