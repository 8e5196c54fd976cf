package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Time;
import java.util.List;

/**
 * What a piece of work takes.
 *
 * @param effort of people
 * @param duration calendar time, training runs included
 */
public record WorkEffortEstimation(Estimate<Effort> effort, Estimate<Time> duration)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(effort, duration);
    }
}
