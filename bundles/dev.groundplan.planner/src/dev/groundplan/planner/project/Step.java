package dev.groundplan.planner.project;

import dev.groundplan.core.plan.Work;
import dev.groundplan.estimators.WorkEffortEstimation;
import java.util.List;
import java.util.Optional;

/**
 * A step of the plan as activities of the network.
 *
 * @param takes empty when nothing is known of it: then it takes no time
 * @param parts one for each round that there may be
 */
record Step(Work work, Optional<WorkEffortEstimation> takes, List<Part> parts) {
    /**
     * One round of a step.
     *
     * @param first activity of people or of waiting, or the point that it is
     * @param run activity of its accelerators behind it, or the same again
     */
    record Part(int first, int run) {}

    boolean isRepeated() {
        return takes.flatMap(WorkEffortEstimation::round).isPresent();
    }

    int first() {
        return parts.getFirst().first();
    }

    int last() {
        return parts.getLast().run();
    }
}
