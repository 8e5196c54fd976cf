package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Effort;
import java.util.List;

/**
 * What labelling takes.
 *
 * @param effort of all who label, checks and rework included
 */
public record LabellingEstimation(Estimate<Effort> effort) implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(effort);
    }
}
