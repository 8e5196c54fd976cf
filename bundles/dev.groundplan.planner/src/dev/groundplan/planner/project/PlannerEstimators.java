package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimator;
import java.util.List;

/** Estimators that need the planner; one line a class, sorted. */
public final class PlannerEstimators {
    private PlannerEstimators() {}

    public static List<Estimator<?, ?>> all() {
        return List.of(new LevelledDates(), new ProjectSchedule());
    }
}
