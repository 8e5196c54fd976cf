package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much is needed at the peak.
 *
 * @param rate calls a second that a replica answers within the service levels; empty when nothing
 *     is promised, or more than an idle replica keeps
 * @param replicas that answer the peak within the service levels, within the bounds of the
 *     deployment
 * @param accelerators of all these replicas
 * @param firstToken 95th percentile at the peak with so many replicas, waiting included
 * @param perToken the same of each further token
 * @param later replicas at the peak when the load has grown until the horizon; empty without growth
 */
public record ServingCapacityEstimation(
        Optional<Estimate<RequestRate>> rate,
        Estimate<Count> replicas,
        Estimate<Count> accelerators,
        Optional<Estimate<Time>> firstToken,
        Optional<Estimate<Time>> perToken,
        Optional<Estimate<Count>> later)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return Stream.<Optional<? extends Estimate<?>>>of(
                        rate,
                        Optional.of(replicas),
                        Optional.of(accelerators),
                        firstToken,
                        perToken,
                        later)
                .<Estimate<?>>flatMap(Optional::stream)
                .toList();
    }
}
