package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** Utilisation, accelerator-hours and duration of tuning. */
public final class TuningTime implements Estimator<TuningStage, TrainingTimeEstimation> {
    private static final String NAME = TuningTime.class.getSimpleName();

    @Override
    public Class<TuningStage> subject() {
        return TuningStage.class;
    }

    @Override
    public Class<TrainingTimeEstimation> estimation() {
        return TrainingTimeEstimation.class;
    }

    @Override
    public Optional<TrainingTimeEstimation> estimate(TuningStage stage, Facts facts) {
        return TuningDefaults.hardware(stage, facts)
                .flatMap(
                        hardware ->
                                Accelerators.peak(hardware.value().accelerator())
                                        .flatMap(peak -> time(stage, facts, hardware, peak)));
    }

    private static Optional<TrainingTimeEstimation> time(
            TuningStage stage, Facts facts, Stated<Hardware> on, Stated<FlopPerSecond> peak) {
        Optional<TrainingComputeEstimation> compute =
                facts.get(TrainingComputeEstimation.class, stage);
        Optional<Estimate<Ratio>> utilisation = utilisation(stage, facts);
        if (compute.isEmpty() || utilisation.isEmpty()) {
            return Optional.empty();
        }
        Hardware hardware = on.value();
        Origin of = Origin.written(stage.parallel().range());
        return new TrainingRuns(NAME, Keys.of(stage), on, utilisation.get(), compute.get().flop())
                .time(
                        peak,
                        TrainingRuns.count(
                                NAME,
                                Keys.of(stage),
                                facts,
                                rounds(stage, facts),
                                "training.trials.fine-tune"),
                        hardware.count()
                                .map(n -> Stated.written(Count.of(n), hardware.range()))
                                .orElseGet(() -> TrainingRuns.fewest(stage, facts)),
                        compute.get().sequences().orElseThrow(),
                        TuningDefaults.microBatch(stage.parallel().microBatch(), of),
                        facts,
                        kind(stage).equals("qlora")
                                ? "fine-tune.step.qlora"
                                : "fine-tune.step.lora");
    }

    /** A stage that goes round is run once a round. */
    private static Optional<Stated<Uncertain<Count>>> rounds(TuningStage stage, Facts facts) {
        return facts.plan()
                .iteration()
                .filter(iteration -> iteration.stages().contains(stage.name()))
                .flatMap(Iteration::rounds);
    }

    private static Optional<Estimate<Ratio>> utilisation(TuningStage stage, Facts facts) {
        Calculation c = new Calculation(NAME, "HFU");
        Calculation.Term share =
                stage.mfu()
                        .or(() -> TrainingRuns.assumedUtilisation(stage, facts))
                        .map(stated -> c.range("HFU", "utilisation", stated))
                        .orElseGet(
                                () -> c.plainPrior("HFU", facts, "fine-tune.hfu." + kind(stage)));
        return c.note("of hardware FLOPs, recomputation included")
                .of(
                        Keys.of(stage).key("mfu"),
                        "Utilisation while tuning",
                        Ratio::new,
                        share::value);
    }

    /** Prompt tuning computes as LoRA does: through a frozen base. */
    private static String kind(TuningStage stage) {
        return switch (stage.method().value()) {
            case TuningMethod.Full full -> "full";
            case TuningMethod.Lora lora -> "lora";
            case TuningMethod.Qlora qlora -> "qlora";
            case TuningMethod.PromptTuning prompt -> "lora";
        };
    }
}
