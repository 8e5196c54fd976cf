package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.planner.simulation.Simulation;
import java.util.Optional;

/** What comes of all simulated runs of a project, for whoever asks. */
public final class AllRuns implements Estimator<Plan, SimulationEstimation> {
    /** Runs of a forecast: a P80 is then sure to less than half a percentage point. */
    public static final int RUNS = 10_000;

    private static final int MOST_THREADS = 4;

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<SimulationEstimation> estimation() {
        return SimulationEstimation.class;
    }

    @Override
    public Optional<SimulationEstimation> estimate(Plan plan, Facts facts) {
        return ProjectSimulation.of(plan, facts, extent(RUNS), facts.cancellation(), first -> {});
    }

    /** So many runs by as many threads as there are, which changes nothing but the time. */
    public static Simulation.Extent extent(int runs) {
        return new Simulation.Extent(
                runs, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }
}
