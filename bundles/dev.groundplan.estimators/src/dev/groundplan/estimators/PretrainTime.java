package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Utilisation, accelerator-hours and duration of pre-training. */
public final class PretrainTime implements Estimator<PretrainStage, TrainingTimeEstimation> {
    private static final String NAME = PretrainTime.class.getSimpleName();

    private static final Origin FORMULA =
            new Origin.Assumed(
                    "the formula of TrainingSpeed with the constants training.speed",
                    new Source(
                            "fitted by Groundplan to published jobs",
                            Optional.empty(),
                            Confidence.QUOTED));

    @Override
    public Class<PretrainStage> subject() {
        return PretrainStage.class;
    }

    @Override
    public Class<TrainingTimeEstimation> estimation() {
        return TrainingTimeEstimation.class;
    }

    @Override
    public Optional<TrainingTimeEstimation> estimate(PretrainStage stage, Facts facts) {
        return stage.hardware()
                .flatMap(hardware -> Accelerators.peak(hardware.accelerator()))
                .flatMap(
                        peak ->
                                utilisation(stage, facts, peak)
                                        .flatMap(mfu -> time(stage, facts, peak, mfu)));
    }

    private static Optional<TrainingTimeEstimation> time(
            PretrainStage stage,
            Facts facts,
            Stated<FlopPerSecond> peak,
            Estimate<Ratio> utilisation) {
        Hardware hardware = stage.hardware().orElseThrow();
        return facts.get(TrainingComputeEstimation.class, stage)
                .flatMap(
                        compute -> {
                            TrainingRuns runs =
                                    new TrainingRuns(
                                            NAME,
                                            Keys.of(stage),
                                            Stated.written(hardware, hardware.range()),
                                            utilisation,
                                            compute.flop());
                            return runs.time(
                                    peak,
                                    TrainingRuns.count(
                                            NAME,
                                            Keys.of(stage),
                                            facts,
                                            stage.trials(),
                                            "training.trials.pretrain"),
                                    accelerators(stage, facts));
                        });
    }

    /** As written, else as few as hold the job. */
    private static Stated<Count> accelerators(PretrainStage stage, Facts facts) {
        return stage.hardware()
                .flatMap(Hardware::count)
                .map(n -> Stated.written(Count.of(n), stage.hardware().get().range()))
                .orElseGet(() -> TrainingRuns.fewest(stage, facts));
    }

    private static Optional<Estimate<Ratio>> utilisation(
            PretrainStage stage, Facts facts, Stated<FlopPerSecond> peak) {
        return stated(stage, facts)
                .map(mfu -> ofSteady(stage, facts, mfu))
                .orElseGet(() -> ofUsualRun(stage, facts, peak));
    }

    private static Optional<Stated<Uncertain<Ratio>>> stated(PretrainStage stage, Facts facts) {
        return stage.mfu().or(() -> TrainingRuns.assumedUtilisation(stage, facts));
    }

    private static Optional<Estimate<Ratio>> ofSteady(
            PretrainStage stage, Facts facts, Stated<Uncertain<Ratio>> mfu) {
        Calculation c = new Calculation(NAME, "MFU = MFU_steady · G / ε");
        Calculation.Term steady = c.range("MFU_steady", "steady utilisation", mfu);
        Calculation.Term goodput =
                stage.goodput()
                        .map(g -> c.range("G", "productive share of the time", g))
                        .orElseGet(() -> c.plainPrior("G", facts, "training.goodput"));
        Calculation.Term residual = c.plainPrior("ε", facts, "training.hours.residual-stated");
        return c.of(
                Keys.of(stage).key("mfu"),
                "Model FLOPs utilisation of the whole run",
                Ratio::new,
                () -> steady.value() * goodput.value() / residual.value());
    }

    private static Optional<Estimate<Ratio>> ofUsualRun(
            PretrainStage stage, Facts facts, Stated<FlopPerSecond> peak) {
        Optional<ParameterEstimation> size = ParameterCount.of(stage, facts);
        Optional<TrainingComputeEstimation> compute =
                facts.get(TrainingComputeEstimation.class, stage);
        if (size.isEmpty() || compute.isEmpty()) {
            return Optional.empty();
        }
        TrainingCase job =
                TrainingCases.of(
                        stage,
                        size.get(),
                        stage.hardware().orElseThrow().accelerator(),
                        accelerators(stage, facts).value());
        TrainingConditions conditions = new TrainingConditions(job);
        double seconds = TrainingSpeed.seconds(job, facts::prior);
        Calculation c =
                new Calculation(NAME, "MFU = C / (D·P·t) · G / ε, " + TrainingSpeedFormula.FORMULA);
        Calculation.Term flop = c.number("C/D", "FLOP a token", each(compute.get()), FORMULA);
        Calculation.Term p = c.exact("P", "dense 16-bit peak", peak);
        Calculation.Term t =
                c.exact(
                        "t",
                        "accelerator-seconds a token",
                        new Stated<>(new Time(seconds), FORMULA));
        c.shown(Input.of("n", "accelerators", accelerators(stage, facts)));
        DoubleSupplier goodput = goodput(c, stage, facts);
        Calculation.Term residual = c.plainPrior("ε", facts, "training.hours.residual");
        return c.note(conditions.assumed())
                .of(
                        Keys.of(stage).key("mfu"),
                        "Model FLOPs utilisation of the whole run",
                        Ratio::new,
                        () ->
                                flop.value()
                                        / (p.value() * t.value())
                                        * goodput.getAsDouble()
                                        / residual.value());
    }

    private static long each(TrainingComputeEstimation compute) {
        return (long)
                (compute.flop().value().likely().value()
                        / compute.tokens().value().likely().value());
    }

    /**
     * What was stated; else the usual value without its range, which the residual of whole runs
     * contains.
     */
    private static DoubleSupplier goodput(Calculation c, PretrainStage stage, Facts facts) {
        if (stage.goodput().isPresent()) {
            Calculation.Term stated =
                    c.range("G", "productive share of the time", stage.goodput().get());
            return stated::value;
        }
        Prior prior = facts.prior("training.goodput");
        Ratio usual = facts.prior(prior.name(), Dimension.RATIO).likely();
        Calculation.Term term =
                c.exact("G", "productive share of the time", new Stated<>(usual, prior.origin()));
        return term::value;
    }

    static Stated<Recompute> recompute(PretrainStage stage) {
        return stage.parallel()
                .recompute()
                .orElseGet(
                        () ->
                                Stated.assumed(
                                        Recompute.SELECTIVE,
                                        "fused attention makes full recomputation needless",
                                        Source.UNKNOWN));
    }
}
