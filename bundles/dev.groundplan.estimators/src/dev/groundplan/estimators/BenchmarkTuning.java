package dev.groundplan.estimators;

import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * Adapting a model until a benchmark's target is met, where the number of sequences follows from
 * the batch.
 */
public final class BenchmarkTuning {
    /**
     * Time to the target of the MLPerf benchmark that adapts Llama-2-70B to government reports.
     *
     * @param job its sequence, accelerators and global batch; an eager stack recomputes and stays
     *     in 16 bits
     */
    public Uncertain<Time> estimate(TrainingCase job, PriorSource priors) {
        boolean eager = job.stack() == TrainingStack.EAGER;
        double n = job.accelerators().map(Count::value).orElse(8.0);
        double batch = job.globalBatch().map(Count::value).orElse(8.0);
        boolean modern = job.accelerator().peaks().containsKey(Precision.FP8);
        double ways =
                eager
                        ? 1
                        : Math.min(
                                n,
                                Math.max(
                                        4,
                                        StrictMath.pow(
                                                2,
                                                Math.ceil(
                                                        StrictMath.log(n / batch)
                                                                / StrictMath.log(2)))));
        TrainingCase split =
                job.with(
                                TuningSpeed.layout(
                                        (int) ways,
                                        eager ? 3 : 1,
                                        1,
                                        eager || !modern ? Recompute.FULL : Recompute.NONE))
                        .in(eager || !modern ? Precision.BF16 : Precision.FP8);
        double token =
                TrainingSpeed.seconds(fused(split), priors)
                        * TuningSpeed.WITHOUT_WEIGHT_GRADIENTS
                        * 0.8
                        / TuningSpeed.read(priors, "speed");
        if (eager) {
            token *= TuningSpeed.read(priors, "eager-scale");
        }
        double sequences =
                TuningSpeed.read(priors, "target-sequences")
                        * StrictMath.pow(
                                Math.max(1, batch / 8),
                                TuningSpeed.read(priors, "target-batch-exponent"));
        double seconds =
                sequences * job.sequence().orElseThrow().value() * token / n
                        + TuningSpeed.read(priors, "target-start");
        return TuningSpeed.range(seconds, priors);
    }

    private static TrainingCase fused(TrainingCase job) {
        return new TrainingCase(
                job.model(),
                job.accelerator(),
                job.powerLimit(),
                job.accelerators(),
                job.precision(),
                job.stack(),
                job.sequence(),
                job.globalBatch(),
                job.accumulation(),
                job.parallel(),
                job.shardsInNode(),
                Optional.of(true),
                Optional.empty());
    }
}
