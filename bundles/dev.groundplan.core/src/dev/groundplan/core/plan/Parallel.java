package dev.groundplan.core.plan;

import java.util.Optional;

/**
 * How a training job is split over its accelerators; what is left out the tool chooses.
 *
 * @param zero ZeRO stage 0 to 3
 * @param sequence whether activations are split along the sequence beside tensor parallelism
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
        Optional<Boolean> sequence,
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
                    Optional.empty(),
                    SourceRange.NOWHERE);

    /** The same with another ZeRO stage, for what-if questions. */
    public Parallel withZero(int stage) {
        return new Parallel(
                tensor,
                pipeline,
                data,
                context,
                expert,
                Optional.of(stage),
                microBatch,
                interleave,
                sequence,
                recompute,
                range);
    }

    /** The same with other sequences a device and step. */
    public Parallel withMicroBatch(int sequences) {
        return new Parallel(
                tensor,
                pipeline,
                data,
                context,
                expert,
                zero,
                Optional.of(sequences),
                interleave,
                sequence,
                recompute,
                range);
    }

    /** The same with other activations computed again. */
    public Parallel with(Recompute other) {
        return new Parallel(
                tensor,
                pipeline,
                data,
                context,
                expert,
                zero,
                microBatch,
                interleave,
                sequence,
                Optional.of(Stated.written(other, range)),
                range);
    }
}
