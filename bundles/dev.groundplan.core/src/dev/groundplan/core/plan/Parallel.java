package dev.groundplan.core.plan;

import java.util.Optional;

/**
 * How a training job is split over its accelerators; what is left out the tool chooses.
 *
 * @param zero ZeRO stage 0 to 3
 * @param microBatch sequences a device and step
 */
public record Parallel(
        Optional<Integer> tensor,
        Optional<Integer> pipeline,
        Optional<Integer> data,
        Optional<Integer> context,
        Optional<Integer> expert,
        Optional<Integer> zero,
        Optional<Integer> microBatch,
        Optional<Integer> interleave,
        Optional<Stated<Recompute>> recompute,
        SourceRange range) {
    public static final Parallel NONE =
            new Parallel(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    SourceRange.NOWHERE);
}
