package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work of people on single items.
 *
 * @param effort of all of them together
 * @param cost at the role's rate; empty when nobody knows it
 */
public record LabourEstimation(Estimate<Effort> effort, Optional<Estimate<Money>> cost)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return Stream.<Estimate<?>>concat(Stream.of(effort), cost.stream()).toList();
    }
}
