package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimator;
import java.util.List;

/** Estimators that need the planner; one line a class, sorted. */
public final class PlannerEstimators {
    private PlannerEstimators() {}

    public static List<Estimator<?, ?>> all() {
        return List.of(new LevelledDates(), new ProjectSchedule());
    }

    /** Those that simulate: they compute only what is asked for, and nothing at a keystroke. */
    public static List<Estimator<?, ?>> forecasts() {
        return List.of(new AllRuns(), new FirstRuns(), new RunForecast());
    }
}
