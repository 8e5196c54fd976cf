package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.BenchmarkTuning;
import dev.groundplan.estimators.JobMemory;
import dev.groundplan.estimators.PriorSource;
import dev.groundplan.estimators.TrainingCase;
import dev.groundplan.estimators.TrainingStack;
import dev.groundplan.estimators.TuningCase;
import dev.groundplan.estimators.TuningSpeed;
import java.util.Optional;
import java.util.Set;

/** Speed, hours and memory of tuning, by the formulas that plan it. */
final class TunedModels implements TrainedEstimator {
    private static final String TARGET = "mlperf_train_minutes";
    private static final double GB = 1e9;
    private static final double GIB = 1 << 30;
    private static final double SECONDS_A_MINUTE = 60;
    private static final double ITERATIONS = 1000;

    /** Sequences of the benchmark, where nobody repeats its rules. */
    private static final Tokens RULES = new Tokens(8192);

    private final TuningSpeed speed = new TuningSpeed();
    private final JobMemory memory = new JobMemory();

    @Override
    public Set<String> quantities() {
        return Set.of(
                TARGET,
                "finetune_seconds_per_optimizer_step",
                "finetune_samples_per_s",
                "finetune_minutes_per_1k_iters",
                "finetune_tokens_per_s",
                "finetune_accelerator_hours",
                "finetune_mem_GiB_per_gpu",
                "finetune_mem_GB_total");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        PriorSource priors = subjects.priors();
        if (published.quantity().equals(TARGET)) {
            return CaseEstimator.times(
                    new BenchmarkTuning().estimate(benchmark(published, subjects), priors),
                    1 / SECONDS_A_MINUTE);
        }
        TunedCase tuned = new TunedCase(published, subjects);
        return switch (published.quantity()) {
            case "finetune_seconds_per_optimizer_step" ->
                    CaseEstimator.times(speed.step(tuned.speed(), priors), 1);
            case "finetune_samples_per_s" ->
                    CaseEstimator.inverse(speed.sequence(tuned.speed(), priors), 1);
            case "finetune_minutes_per_1k_iters" ->
                    CaseEstimator.times(
                            speed.microBatchTime(tuned.speed(), priors),
                            ITERATIONS / SECONDS_A_MINUTE);
            case "finetune_tokens_per_s" ->
                    CaseEstimator.times(speed.tokensPerSecond(tuned.speed(), priors), 1);
            case "finetune_accelerator_hours" ->
                    CaseEstimator.times(speed.hours(tuned.run(), tuned.sequences(), priors), 1);
            case "finetune_mem_GB_total" ->
                    CaseEstimator.times(
                            memory.tuningTotal(tuned.memory(), priors),
                            published.unit().contains("GiB") ? 1 / GIB : 1 / GB);
            default -> {
                TuningCase job = tuned.memory();
                yield CaseEstimator.times(
                        memory.seen(memory.tuning(job, priors), job.job().accelerator()), 1 / GIB);
            }
        };
    }

    private static TrainingCase benchmark(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseInputs inputs = published.inputs();
        TrainingCase job =
                TrainedCase.of(
                        published, subjects.models().of(published), Optional.of(RULES), subjects);
        boolean eager = (inputs.words("system") + inputs.words("framework")).contains("deepspeed");
        return job.with(Parallel.NONE).by(eager ? TrainingStack.EAGER : TrainingStack.MEGATRON);
    }
}
