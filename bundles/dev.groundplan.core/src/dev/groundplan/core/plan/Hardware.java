package dev.groundplan.core.plan;

import java.util.Optional;

/**
 * Accelerators as a stage or a replica names them.
 *
 * @param count as written; empty: the tool derives it
 */
public record Hardware(
        Optional<Integer> count,
        AcceleratorSpec accelerator,
        Optional<String> region,
        SourceRange range) {
    /** The written count, or one. */
    public int countOrOne() {
        return count.orElse(1);
    }

    public Hardware withCount(int accelerators) {
        return new Hardware(Optional.of(accelerators), accelerator, region, range);
    }
}
