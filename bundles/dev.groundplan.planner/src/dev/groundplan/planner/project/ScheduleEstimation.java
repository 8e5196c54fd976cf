package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When everything is done, with the people and accelerators there are, at median durations.
 *
 * @param first the first day; times count from its midnight
 * @param steps in the order of the plan; none when there is no schedule
 * @param finish of the release where there is one, else of the last step
 * @param loads what each role and each kind of accelerator does
 * @param problems why there is no schedule; none when there is one
 */
public record ScheduleEstimation(
        LocalDate first,
        List<Dated> steps,
        Optional<Estimate<Time>> finish,
        List<Load> loads,
        List<Problem> problems)
        implements Estimation {
    /**
     * A step between its dates.
     *
     * @param slack time on the clock by which it may begin later without moving the finish
     * @param critical one when it is on the chain that decides the finish, else zero; on that chain
     *     a night or a weekend behind a training run may still leave slack
     * @param heldUpBy the role or accelerator whose being busy decides its start, where it is on
     *     that chain
     */
    public record Dated(
            Work work,
            Estimate<Time> start,
            Estimate<Time> end,
            Estimate<Time> slack,
            Estimate<Ratio> critical,
            Optional<String> heldUpBy) {}

    /**
     * How busy a role or a kind of accelerator is between its first and its last use.
     *
     * @param busy share of its working time that is taken
     * @param months the same for each month of the project
     */
    public record Load(String resource, Estimate<Ratio> busy, List<Month> months) {
        public Load {
            months = List.copyOf(months);
        }
    }

    /** How busy it is in a month, or in the part of it that the project has. */
    public record Month(YearMonth month, Estimate<Ratio> busy) {}

    /** Why there is no schedule. */
    public sealed interface Problem {
        /**
         * These steps wait for each other, each for the one before it and the first for the last.
         */
        record Circle(List<Work> steps) implements Problem {}

        /** Nobody fills the role that a step needs. */
        record Unfilled(Work step, String role) implements Problem {}

        /** It takes longer than any calendar. */
        record Endless() implements Problem {}
    }

    public ScheduleEstimation {
        steps = List.copyOf(steps);
        loads = List.copyOf(loads);
        problems = List.copyOf(problems);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>();
        for (Dated step : steps) {
            all.add(step.start());
            all.add(step.end());
            all.add(step.slack());
            all.add(step.critical());
        }
        for (Load load : loads) {
            all.add(load.busy());
            load.months().forEach(month -> all.add(month.busy()));
        }
        finish.ifPresent(all::add);
        return all;
    }
}
