package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Parameters;
import java.util.List;

/** How many weights a tuning stage changes. */
public record TrainableParametersEstimation(Estimate<Parameters> trainable) implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(trainable);
    }
}
