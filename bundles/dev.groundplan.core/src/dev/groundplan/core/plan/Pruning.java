package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import java.util.Optional;

/**
 * Which weights are left out.
 *
 * @param kept of each group, for a pattern such as 2:4
 * @param group weights in a group of the pattern
 * @param sparsity share left out
 * @param unstructured whether single weights are left out anywhere
 */
public record Pruning(
        Optional<Integer> kept,
        Optional<Integer> group,
        Optional<Stated<Ratio>> sparsity,
        boolean unstructured) {
    /** Whether two of each four weights are left out, which some accelerators multiply faster. */
    public boolean isTwoOfFour() {
        return kept.filter(k -> k == 2).isPresent() && group.filter(g -> g == 4).isPresent();
    }
}
