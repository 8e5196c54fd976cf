package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
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
}
