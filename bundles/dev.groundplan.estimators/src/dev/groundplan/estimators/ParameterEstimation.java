package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * How large a model is.
 *
 * @param model its name
 * @param architecture what the counts were made from; empty when only a published figure is known
 * @param breakdown the exact counts, with an architecture
 * @param total all weights
 * @param active weights that a token passes; the same as the total for a dense model
 */
public record ParameterEstimation(
        String model,
        Optional<Stated<Architecture>> architecture,
        Optional<ParameterBreakdown> breakdown,
        Estimate<Parameters> total,
        Estimate<Parameters> active)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(total, active);
    }
}
