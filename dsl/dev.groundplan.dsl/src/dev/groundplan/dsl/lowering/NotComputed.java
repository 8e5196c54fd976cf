package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Unplanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the blocks whose share of the numbers is not computed yet; they are listed, never dropped.
 */
final class NotComputed {
    private static final Set<String> BLOCKS =
            Set.of(
                    "Augmentation",
                    "Tasks",
                    "Operation",
                    "Costs",
                    "Risks",
                    "Decision",
                    "Actuals",
                    "Reinforce",
                    "BusinessValue",
                    "Distil",
                    "Prune");

    private NotComputed() {}

    static List<Unplanned> in(Block project) {
        List<Unplanned> found = new ArrayList<>();
        collect(project, found);
        return found;
    }

    private static void collect(Block parent, List<Unplanned> found) {
        for (Block child : parent.blocks()) {
            if (child.is("Scenario")) {
                continue; // what is in it counts in the scenario's own plan
            }
            if (BLOCKS.contains(child.type())) {
                found.add(new Unplanned(child.keyword(), child.name(), child.header()));
            } else {
                collect(child, found);
            }
        }
    }
}
