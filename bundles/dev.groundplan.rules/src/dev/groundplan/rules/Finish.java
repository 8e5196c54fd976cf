package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.WorkDatesEstimation;
import dev.groundplan.estimators.WorkEffortEstimation;
import java.util.List;
import java.util.Optional;

/** When the release is, the one place that rules ask. */
final class Finish {
    private Finish() {}

    /** Time from the project's first day. */
    static Optional<Uncertain<Time>> of(Facts facts) {
        return facts.get(WorkDatesEstimation.class, facts.plan())
                .map(dates -> dates.finish().value());
    }

    /** The roles whose work the finish waits for, in the order of the work. */
    static List<Role> roles(Facts facts) {
        Plan plan = facts.plan();
        List<String> critical =
                facts.get(WorkDatesEstimation.class, plan)
                        .map(WorkDatesEstimation::critical)
                        .orElse(List.of());
        return plan.work().stream()
                .filter(work -> critical.contains(work.name()))
                .flatMap(work -> facts.get(WorkEffortEstimation.class, work).stream())
                .flatMap(effort -> effort.crew().stream())
                .map(crew -> crew.role())
                .distinct()
                .flatMap(role -> plan.team().role(role).stream())
                .toList();
    }
}
