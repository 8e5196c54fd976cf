package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Utilisation, accelerator-hours and duration of tuning. */
public final class TuningTime implements Estimator<TuningStage, TrainingTimeEstimation> {
    private static final String NAME = TuningTime.class.getSimpleName();

    private static final Origin FORMULA =
            new Origin.Assumed(
                    "the formula of TuningSpeed with the constants fine-tune.speed",
                    new Source(
                            "fitted by Groundplan to published jobs",
                            Optional.empty(),
                            Confidence.QUOTED));

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
        Stated<Count> accelerators =
                on.value()
                        .count()
                        .map(n -> Stated.written(Count.of(n), on.value().range()))
                        .orElseGet(() -> TrainingRuns.fewest(stage, facts));
        Optional<Estimate<Ratio>> utilisation =
                compute.flatMap(c -> utilisation(stage, facts, c, on.value(), accelerators, peak));
        if (utilisation.isEmpty()) {
            return Optional.empty();
        }
        return new TrainingRuns(NAME, Keys.of(stage), on, utilisation.get(), compute.get().flop())
                .time(
                        peak,
                        TrainingRuns.count(
                                NAME,
                                Keys.of(stage),
                                facts,
                                rounds(stage, facts),
                                "training.trials.fine-tune"),
                        accelerators);
    }

    /** A stage that goes round is run once a round. */
    private static Optional<Stated<Uncertain<Count>>> rounds(TuningStage stage, Facts facts) {
        return facts.plan()
                .iteration()
                .filter(iteration -> iteration.stages().contains(stage.name()))
                .flatMap(Iteration::rounds);
    }

    private static Optional<Estimate<Ratio>> utilisation(
            TuningStage stage,
            Facts facts,
            TrainingComputeEstimation compute,
            Hardware hardware,
            Stated<Count> accelerators,
            Stated<FlopPerSecond> peak) {
        Optional<Stated<Uncertain<Ratio>>> stated =
                stage.mfu().or(() -> TrainingRuns.assumedUtilisation(stage, facts));
        if (stated.isPresent()) {
            Calculation c = new Calculation(NAME, "HFU");
            Calculation.Term share = c.range("HFU", "utilisation", stated.get());
            return finish(c, stage, share::value);
        }
        Optional<ParameterEstimation> size = TuningDefaults.base(stage, facts);
        double sequences = compute.sequences().orElseThrow().value().likely().value();
        double each = compute.tokens().value().likely().value() / sequences;
        if (size.isEmpty() || !(sequences > 0) || !Double.isFinite(each)) {
            return Optional.empty();
        }
        Tokens example = new Tokens(each);
        TuningCase tuning =
                TrainingCases.of(
                        stage,
                        size.get(),
                        hardware.accelerator(),
                        accelerators.value(),
                        example,
                        facts);
        double seconds = TuningSpeed.perSequence(tuning, facts::prior) * tuning.accelerators();
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            return Optional.empty(); // next to no tokens in an example
        }
        Calculation c = new Calculation(NAME, "HFU = C / (q·P·t) / ε");
        Calculation.Term flop =
                c.number(
                        "C/q",
                        "FLOP a sequence",
                        (long) (compute.flop().value().likely().value() / sequences),
                        FORMULA);
        Calculation.Term p = c.exact("P", "dense 16-bit peak", peak);
        Calculation.Term t =
                c.exact(
                        "t",
                        "accelerator-seconds a sequence",
                        new Stated<>(new Time(seconds), FORMULA));
        Calculation.Term residual = c.plainPrior("ε", facts, "fine-tune.hours.residual");
        c.note("a usual sequence has " + example + "; launching and widening of weights included");
        return finish(c, stage, () -> flop.value() / (p.value() * t.value()) / residual.value());
    }

    private static Optional<Estimate<Ratio>> finish(
            Calculation c, TuningStage stage, DoubleSupplier value) {
        return c.note("of hardware FLOPs, recomputation included")
                .of(Keys.of(stage).key("mfu"), "Utilisation while tuning", Ratio::new, value);
    }
}
