package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import java.util.Optional;

/** Stages of a plan as cases of the formulas that published runs are predicted with. */
final class TrainingCases {
    private TrainingCases() {}

    /** The shape of a counted model; of one that is not, the usual shape of its size. */
    static ModelShape shape(ParameterEstimation size) {
        Parameters total = size.total().value().likely();
        Parameters active = size.active().value().likely();
        Optional<Architecture> architecture = size.architecture().map(Stated::value);
        return architecture
                .map(
                        a ->
                                ModelShape.of(
                                        a,
                                        total,
                                        active,
                                        size.breakdown()
                                                .map(ParameterBreakdown::computing)
                                                .orElse(active)))
                .orElseGet(() -> ModelShape.ofSize(total, Optional.of(active)));
    }

    static TrainingCase of(
            PretrainStage stage,
            ParameterEstimation size,
            AcceleratorSpec accelerator,
            Count accelerators) {
        Optional<Tokens> sequence =
                stage.sequence()
                        .map(Stated::value)
                        .or(() -> size.architecture().map(a -> new Tokens(a.value().context())));
        return job(
                shape(size),
                accelerator,
                accelerators,
                stage.precision(),
                stage.framework(),
                sequence,
                stage.batch()
                        .flatMap(
                                batch ->
                                        sequence.map(
                                                s -> new Count(batch.value().value() / s.value()))),
                stage.parallel());
    }

    static TrainingCase of(
            ReinforceStage stage,
            ParameterEstimation size,
            AcceleratorSpec accelerator,
            Count accelerators) {
        return job(
                shape(size),
                accelerator,
                accelerators,
                stage.precision(),
                stage.framework(),
                Optional.empty(),
                Optional.empty(),
                stage.parallel());
    }

    /**
     * @param example tokens of a usual sequence of the job's data
     */
    static TuningCase of(
            TuningStage stage,
            ParameterEstimation size,
            AcceleratorSpec accelerator,
            Count accelerators,
            Tokens example,
            Facts facts) {
        TrainingCase job =
                job(
                        shape(size),
                        accelerator,
                        accelerators,
                        stage.precision(),
                        stage.framework(),
                        Optional.of(TuningDefaults.sequence(stage, facts).value()),
                        stage.batch().map(Stated::value),
                        stage.parallel());
        return new TuningCase(
                job,
                TuningFramework.of(stage.framework().orElse("")),
                recipe(stage.method().value()),
                Optional.empty(),
                Optional.of(example),
                1);
    }

    /** A job of a plan: at full power, with fused attention, by today's software. */
    private static TrainingCase job(
            ModelShape model,
            AcceleratorSpec accelerator,
            Count accelerators,
            Optional<Precision> precision,
            Optional<String> framework,
            Optional<Tokens> sequence,
            Optional<Count> globalBatch,
            Parallel parallel) {
        return new TrainingCase(
                model,
                accelerator,
                Optional.empty(),
                Optional.of(accelerators),
                precision,
                TrainingStack.of(framework.orElse("")),
                sequence,
                globalBatch,
                Optional.empty(),
                parallel,
                false,
                Optional.of(true),
                Optional.empty());
    }

    private static TuningRecipe recipe(TuningMethod method) {
        TuningRecipe adapters = TuningRecipe.of(TuningRecipe.Trained.ADAPTERS, Optional.empty());
        return switch (method) {
            case TuningMethod.Full full ->
                    TuningRecipe.of(TuningRecipe.Trained.ALL, Optional.empty());
            case TuningMethod.Lora lora ->
                    lora.targets().contains("all-linear") ? adapters.onEveryLinear() : adapters;
            case TuningMethod.Qlora qlora -> {
                TuningRecipe quantised = adapters.quantised(Count.of(qlora.bits()));
                yield qlora.targets().contains("all-linear")
                        ? quantised.onEveryLinear()
                        : quantised;
            }
            case TuningMethod.PromptTuning prompt -> adapters;
        };
    }
}
