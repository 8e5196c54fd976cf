package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.plan.Plan;
import java.util.List;

/**
 * A project done another way.
 *
 * @param title as a command
 * @param plan the project as it would be, for what-if questions
 * @param changes that make the file say so
 */
record PlanVariant(String title, Plan plan, List<Change> changes) {
    static PlanVariant of(String title, Plan plan, Change change) {
        return new PlanVariant(title, plan, List.of(change));
    }

    Fix fix() {
        return new Fix(title, changes);
    }
}
