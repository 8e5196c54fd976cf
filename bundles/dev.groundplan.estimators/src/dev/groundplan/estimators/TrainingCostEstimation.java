package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Money;
import java.util.List;

/**
 * What training costs.
 *
 * @param cost of accelerators, all runs and idle time included, in the project's currency
 */
public record TrainingCostEstimation(Estimate<Money> cost) implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(cost);
    }
}
