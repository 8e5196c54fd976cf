package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import java.util.List;

/**
 * What running costs a month in the simulated runs.
 *
 * @param figures percentiles, and the chance to keep the budget
 */
public record RunForecastEstimation(List<Estimate<?>> figures) implements Estimation {
    public RunForecastEstimation {
        figures = List.copyOf(figures);
    }

    @Override
    public List<Estimate<?>> estimates() {
        return figures;
    }
}
