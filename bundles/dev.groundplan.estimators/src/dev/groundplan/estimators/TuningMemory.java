package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Parameters;
import java.util.List;
import java.util.Optional;

/** Memory of a tuning job on each of its accelerators. */
public final class TuningMemory implements Estimator<TuningStage, TrainingMemoryEstimation> {
    private static final String NAME = TuningMemory.class.getSimpleName();

    @Override
    public Class<TuningStage> subject() {
        return TuningStage.class;
    }

    @Override
    public Class<TrainingMemoryEstimation> estimation() {
        return TrainingMemoryEstimation.class;
    }

    @Override
    public Optional<TrainingMemoryEstimation> estimate(TuningStage stage, Facts facts) {
        Optional<ParameterEstimation> size = TuningDefaults.base(stage, facts);
        Optional<TrainableParametersEstimation> trained =
                facts.get(TrainableParametersEstimation.class, stage);
        if (size.isEmpty() || trained.isEmpty() || size.get().architecture().isEmpty()) {
            return Optional.empty();
        }
        boolean full = stage.method().value() instanceof TuningMethod.Full;
        TrainingLayout layout =
                new TrainingLayout(
                        stage.parallel(),
                        TuningDefaults.hardware(stage, facts).map(Stated::value),
                        full ? List.of(3) : List.of(0, 3));
        return layout.first(
                (split, f) -> job(stage, size.get(), trained.get().trainable(), split, f), facts);
    }

    private static TrainingJob job(
            TuningStage stage,
            ParameterEstimation size,
            Estimate<Parameters> trained,
            TrainingLayout.Split split,
            Facts facts) {
        Stated<Architecture> architecture = size.architecture().orElseThrow();
        boolean full = stage.method().value() instanceof TuningMethod.Full;
        return new TrainingJob(
                Keys.of(stage),
                NAME,
                size,
                architecture,
                trained,
                !full,
                frozenBytes(stage, facts),
                split,
                TuningDefaults.sequence(stage, facts),
                TuningDefaults.microBatch(
                        stage.parallel().microBatch(), Origin.written(stage.parallel().range())),
                TuningDefaults.recompute(stage),
                stage.framework().filter(PretrainMemory.WIDE_GRADIENTS::contains).isPresent(),
                true);
    }

    /** NF4 for four bits, else as many bytes as the bits take. */
    private static Optional<Stated<Bytes>> frozenBytes(TuningStage stage, Facts facts) {
        if (!(stage.method().value() instanceof TuningMethod.Qlora qlora)) {
            return Optional.empty();
        }
        Prior nf4 = facts.prior("memory.weight.nf4");
        Bytes bytes = facts.prior(nf4.name(), Dimension.BYTES).likely();
        return Optional.of(
                qlora.bits() == 4
                        ? new Stated<>(bytes, nf4.origin())
                        : stage.method().map(m -> new Bytes(qlora.bits() / 8.0)));
    }
}
