package dev.groundplan.estimators;

import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.units.Tokens;
import java.util.Optional;

/**
 * A tuning job as far as it is known. Without a micro-batch it holds one sequence at a time.
 *
 * @param job its micro-batch, sequence, accelerators and accumulation among others
 * @param lengths of the dataset's examples, where measured
 * @param example tokens of an example where only the dataset's name is known; empty when examples
 *     fill the sequence
 * @param sequenceParallel devices that share one sequence
 */
public record TuningCase(
        TrainingCase job,
        TuningFramework framework,
        TuningRecipe recipe,
        Optional<TextLengths> lengths,
        Optional<Tokens> example,
        int sequenceParallel) {
    /** A job whose examples fill the sequence. */
    public static TuningCase of(TrainingCase job, TuningFramework framework, TuningRecipe recipe) {
        return new TuningCase(job, framework, recipe, Optional.empty(), Optional.empty(), 1);
    }

    Parallel parallel() {
        return job.parallel();
    }

    double accelerators() {
        return job.accelerators().map(n -> Math.max(1, n.value())).orElse(1.0);
    }

    double sequence() {
        return job.sequence().map(Tokens::value).filter(s -> s > 0).orElse(2048.0);
    }

    double microBatch() {
        return parallel().microBatch().map(Integer::doubleValue).orElse(1.0);
    }

    /** Tokens to which a sequence of the job is usually padded. */
    double padded() {
        return lengths.map(
                        l -> l.padded(sequence(), framework == TuningFramework.SWIFT, microBatch()))
                .orElseGet(
                        () -> Math.min(sequence(), example.map(Tokens::value).orElse(sequence())));
    }

    /** Whether one device cannot hold the weights and the framework then spreads layers. */
    boolean byLayers() {
        double bytes = job.model().total().value() * (recipe.full() ? 8 : 2);
        return accelerators() > 1
                && framework.splitsByLayers()
                && bytes > 0.9 * job.accelerator().memory().value();
    }
}
