package dev.groundplan.rules;

import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningStage;
import java.util.List;

/** How far a project is written: what is missing matters once all around it is there. */
final class Brief {
    private Brief() {}

    /**
     * Whether the file says what the application does and for which load, which model answers, how
     * it is evaluated and on what it is served. Of a scenario it says no: what neither it nor the
     * project says is missing in the project.
     */
    static boolean isWritten(Plan plan) {
        return plan.scenario().isEmpty()
                && !plan.scope().tasks().isEmpty()
                && !plan.scope().workloads().isEmpty()
                && plan.evaluation().range().isKnown()
                && isServed(plan);
    }

    /** Whether it says which model answers, and where that runs. */
    private static boolean isServed(Plan plan) {
        return plan.model().flatMap(ModelChoice::model).isPresent()
                && (!plan.servings().isEmpty()
                        || ModelMention.chosen(plan)
                                .anyMatch(mention -> mention.model() instanceof EndpointSpec));
    }

    /** The stages that change the weights for the task, as far as a gate checks them. */
    static List<Stage> tuned(Plan plan, Gate gate) {
        return plan.stages().stream()
                .filter(stage -> stage instanceof TuningStage || stage instanceof ReinforceStage)
                .filter(gate::covers)
                .toList();
    }

    /**
     * Whether somebody is asked for money for a stated goal. Before that a sketch may leave out
     * what it would bring and what may go wrong.
     */
    static boolean asksForMoney(Plan plan) {
        return plan.scope().goal().isPresent() && plan.scope().budget().build().isPresent();
    }
}
