package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Unplanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the blocks whose share of the numbers is not computed yet; they are listed, never dropped.
 */
final class NotComputed {
    private static final Set<String> BLOCKS = Set.of("Actuals", "Reinforce", "Prune");

    private NotComputed() {}

    static List<Unplanned> in(Block project) {
        List<Unplanned> found = new ArrayList<>();
        collect(project, project.overlay(), found);
        return found;
    }

    /** Of the thousands of parts few are such blocks: only those are worth an identity. */
    private static void collect(Block project, Overlay parent, List<Unplanned> found) {
        for (Overlay child : parent.children()) {
            String type = child.type().getName();
            if (type.equals("Scenario")) {
                continue; // what is in it counts in the scenario's own plan
            }
            if (BLOCKS.contains(type)) {
                Block block = project.inside(child);
                found.add(new Unplanned(block.keyword(), block.name(), block.header()));
            } else {
                collect(project, child, found);
            }
        }
    }
}
