package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Count;
import java.util.List;

/**
 * How much is needed at the peak.
 *
 * @param replicas that answer the peak within the service level, within the bounds of the deployment
 * @param accelerators of all these replicas
 */
public record ServingCapacityEstimation(Estimate<Count> replicas, Estimate<Count> accelerators)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(replicas, accelerators);
    }
}
