package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import java.util.List;

/**
 * What came of the first of the simulated runs: enough to see that a promise is clearly kept or
 * clearly broken, and no figure for people.
 *
 * @param first the same as after all runs, from a tenth of them
 */
public record SketchEstimation(SimulationEstimation first) implements Estimation {
    /** None: the figures of a plan are those of all runs. */
    @Override
    public List<Estimate<?>> estimates() {
        return List.of();
    }
}
