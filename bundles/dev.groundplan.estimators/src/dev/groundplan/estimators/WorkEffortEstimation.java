package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a step of the plan takes.
 *
 * @param crew who works at it; empty when nobody does
 * @param effort of people, all rounds together
 * @param round effort of the first round, where the step is repeated; each further one takes the
 *     share {@code iteration.learning} of the one before
 * @param waiting calendar time in which nobody works, where the step is one of waiting
 * @param runs time on the clock of its training runs, all rounds together, after the people's work
 * @param duration calendar time when the crew has nothing else to do, runs and waiting included
 */
public record WorkEffortEstimation(
        Optional<Crew> crew,
        Optional<Estimate<Effort>> effort,
        Optional<Estimate<Effort>> round,
        Optional<Estimate<Time>> waiting,
        Optional<Estimate<Time>> runs,
        Estimate<Time> duration)
        implements Estimation {
    /**
     * Who works at a step.
     *
     * @param role in the team, or bought
     * @param people of the role who work at it together, at least one
     * @param share of their time that the project has
     * @param availability of that time, what reaches a step, holidays and weekends apart
     * @param substitution why another role than the usual one does it, or where it is bought
     */
    public record Crew(
            String role,
            Stated<Count> people,
            Stated<Ratio> share,
            Stated<Uncertain<Ratio>> availability,
            Optional<String> substitution) {}

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>();
        Stream.<Optional<? extends Estimate<?>>>of(effort, round, Optional.of(duration))
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }
}
