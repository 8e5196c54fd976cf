package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import java.util.Optional;

/**
 * A training job as the memory formulas see it.
 *
 * @param trained weights that change; the others are frozen
 * @param frozenBytes bytes a frozen linear weight when it is quantised
 * @param adapters the base is frozen and what is trained stands beside it
 * @param wideGradients gradients in 32 bits, as Megatron keeps them
 * @param tuning a small job with the overheads of tuning frameworks
 */
record TrainingJob(
        Keys keys,
        String estimator,
        ParameterEstimation model,
        Stated<Architecture> architecture,
        Estimate<Parameters> trained,
        boolean adapters,
        Optional<Stated<Bytes>> frozenBytes,
        TrainingLayout.Split split,
        Stated<Tokens> sequence,
        Stated<Count> microBatch,
        Stated<Recompute> recompute,
        boolean wideGradients,
        boolean tuning) {
    /** Whether this ZeRO stage is reached. */
    boolean shards(int stage) {
        return split.zero().value().value() >= stage;
    }
}
