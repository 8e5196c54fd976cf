package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Plan;
import java.util.Optional;

/** The first tenth of the simulated runs of a project. */
public final class FirstRuns implements Estimator<Plan, SketchEstimation> {
    /** A share of them is sure to six percentage points, five standard errors of a P80. */
    public static final int RUNS = 1_024;

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<SketchEstimation> estimation() {
        return SketchEstimation.class;
    }

    @Override
    public Optional<SketchEstimation> estimate(Plan plan, Facts facts) {
        return ProjectSimulation.of(
                        plan, facts, AllRuns.extent(RUNS), facts.cancellation(), first -> {})
                .map(SketchEstimation::new);
    }
}
