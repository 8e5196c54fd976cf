package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Memory of a pre-training job on each of its accelerators. */
public final class PretrainMemory implements Estimator<PretrainStage, TrainingMemoryEstimation> {
    /** Frameworks that keep gradients in 32 bits. */
    static final Set<String> WIDE_GRADIENTS = Set.of("megatron", "nemo");

    private static final String NAME = PretrainMemory.class.getSimpleName();

    @Override
    public Class<PretrainStage> subject() {
        return PretrainStage.class;
    }

    @Override
    public Class<TrainingMemoryEstimation> estimation() {
        return TrainingMemoryEstimation.class;
    }

    @Override
    public Optional<TrainingMemoryEstimation> estimate(PretrainStage stage, Facts facts) {
        Parallel parallel = stage.parallel();
        // with the model itself split, sharding the optimizer is what is usually left to do
        boolean split = parallel.tensor().isPresent() || parallel.pipeline().isPresent();
        TrainingLayout layout =
                new TrainingLayout(parallel, stage.hardware(), split ? List.of(1) : List.of(3));
        return ParameterCount.of(stage, facts)
                .filter(size -> size.architecture().isPresent())
                .flatMap(size -> layout.first((s, f) -> job(stage, size, s), facts));
    }

    private static TrainingJob job(
            PretrainStage stage, ParameterEstimation size, TrainingLayout.Split split) {
        Stated<Architecture> architecture = size.architecture().orElseThrow();
        return new TrainingJob(
                Keys.of(stage),
                NAME,
                size,
                architecture,
                size.total(),
                false,
                Optional.empty(),
                split,
                stage.sequence().orElseGet(() -> architecture.map(a -> new Tokens(a.context()))),
                TuningDefaults.microBatch(
                        stage.parallel().microBatch(), Origin.written(stage.parallel().range())),
                PretrainTime.recompute(stage),
                stage.framework().filter(WIDE_GRADIENTS::contains).isPresent(),
                false);
    }
}
