package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the work is done.
 *
 * @param duration from the start to the end of the last step
 * @param finish from the start to the release, where the file has that milestone, else to the end
 *     of the last step
 * @param steps in an order in which what comes before comes first, at median durations
 * @param critical names of the steps on the longest chain, at median durations, in order
 */
public record WorkDatesEstimation(
        Estimate<Time> duration, Estimate<Time> finish, List<Dated> steps, List<String> critical)
        implements Estimation {
    /**
     * A step between its days.
     *
     * @param start time since the start of the project
     * @param end time since the start of the project
     */
    public record Dated(Work work, Time start, Time end) {}

    public WorkDatesEstimation {
        steps = List.copyOf(steps);
        critical = List.copyOf(critical);
    }

    /** When this step begins. */
    public Optional<Time> start(String step) {
        return steps.stream()
                .filter(dated -> dated.work().name().equals(step))
                .map(Dated::start)
                .findFirst();
    }

    @Override
    public List<Estimate<?>> estimates() {
        return new ArrayList<>(List.of(duration, finish));
    }
}
