package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import java.util.List;

/**
 * Whether training from scratch is worth it.
 *
 * @param estimates what the stage is expected to reach, what the same computing could, what the
 *     budget could, and what an existing model has
 * @param existing the model of the catalogue whose size is nearest; empty when none is known
 */
public record FeasibilityEstimation(List<Estimate<?>> estimates, String existing)
        implements Estimation {
    public FeasibilityEstimation {
        estimates = List.copyOf(estimates);
    }
}
