package dev.groundplan.estimators;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Power;
import dev.groundplan.core.units.Tokens;
import java.time.Year;
import java.util.Optional;

/**
 * A training job as far as it is known, of a plan or of a published run. What is left out is
 * assumed as for a user.
 *
 * @param powerLimit of one accelerator, where it runs below its rated power
 * @param globalBatch sequences of one optimizer step
 * @param accumulation micro-batches of one optimizer step on one device
 * @param parallel the split; sharding over one node alone is {@code shardsInNode}
 * @param fusedAttention whether attention keeps no matrix of scores
 * @param released when the model came out, which tells the software of its time
 */
public record TrainingCase(
        ModelShape model,
        AcceleratorSpec accelerator,
        Optional<Power> powerLimit,
        Optional<Count> accelerators,
        Optional<Precision> precision,
        TrainingStack stack,
        Optional<Tokens> sequence,
        Optional<Count> globalBatch,
        Optional<Count> accumulation,
        Parallel parallel,
        boolean shardsInNode,
        Optional<Boolean> fusedAttention,
        Optional<Year> released) {
    /** A job of which only the model, the accelerator and the framework are known. */
    public static TrainingCase of(
            ModelShape model, AcceleratorSpec accelerator, TrainingStack stack) {
        return new TrainingCase(
                model,
                accelerator,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stack,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Parallel.NONE,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** The same on so many accelerators. */
    public TrainingCase on(Count number) {
        return new TrainingCase(
                model,
                accelerator,
                powerLimit,
                Optional.of(number),
                precision,
                stack,
                sequence,
                globalBatch,
                accumulation,
                parallel,
                shardsInNode,
                fusedAttention,
                released);
    }

    /** The same split another way. */
    public TrainingCase with(Parallel other) {
        return new TrainingCase(
                model,
                accelerator,
                powerLimit,
                accelerators,
                precision,
                stack,
                sequence,
                globalBatch,
                accumulation,
                other,
                shardsInNode,
                fusedAttention,
                released);
    }

    /** The same with sequences of another length. */
    public TrainingCase withSequence(Tokens tokens) {
        return new TrainingCase(
                model,
                accelerator,
                powerLimit,
                accelerators,
                precision,
                stack,
                Optional.of(tokens),
                globalBatch,
                accumulation,
                parallel,
                shardsInNode,
                fusedAttention,
                released);
    }

    /** The same in another number format. */
    public TrainingCase in(Precision format) {
        return new TrainingCase(
                model,
                accelerator,
                powerLimit,
                accelerators,
                Optional.of(format),
                stack,
                sequence,
                globalBatch,
                accumulation,
                parallel,
                shardsInNode,
                fusedAttention,
                released);
    }

    /** The same in another framework. */
    public TrainingCase by(TrainingStack framework) {
        return new TrainingCase(
                model,
                accelerator,
                powerLimit,
                accelerators,
                precision,
                framework,
                sequence,
                globalBatch,
                accumulation,
                parallel,
                shardsInNode,
                fusedAttention,
                released);
    }
}
