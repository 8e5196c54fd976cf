package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.PricePerItem;
import dev.groundplan.core.units.Time;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a request takes on its way through the steps of a flow.
 *
 * @param steps usual time of each, in their order
 * @param usual of all steps together
 * @param endToEnd 95th percentile of the whole
 * @param cost of a request at the model; empty where the running cost is not known
 */
public record FlowEstimation(
        List<Estimate<Time>> steps,
        Estimate<Time> usual,
        Estimate<Time> endToEnd,
        Optional<Estimate<PricePerItem>> cost)
        implements Estimation {
    public FlowEstimation {
        steps = List.copyOf(steps);
    }

    @Override
    public List<Estimate<?>> estimates() {
        return Stream.<Stream<? extends Estimate<?>>>of(
                        steps.stream(), Stream.of(usual, endToEnd), cost.stream())
                .<Estimate<?>>flatMap(s -> s)
                .toList();
    }
}
