package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * Whether training from scratch is worth it.
 *
 * @param estimates what the stage is expected to reach, what the same computing could, what the
 *     budget could, and what an existing model has
 * @param best tokens that a model of that size is best trained on
 * @param existing the model of the catalogue whose size is nearest; empty when none is known
 */
public record FeasibilityEstimation(
        List<Estimate<?>> estimates, Optional<Estimate<Tokens>> best, String existing)
        implements Estimation {
    public FeasibilityEstimation {
        estimates = List.copyOf(estimates);
    }
}
