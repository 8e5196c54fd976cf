package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Utilisation, accelerator-hours and duration of pre-training. */
public final class PretrainTime implements Estimator<PretrainStage, TrainingTimeEstimation> {
    private static final String NAME = PretrainTime.class.getSimpleName();

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
        Calculation.Term goodput = goodput(c, stage, facts);
        Calculation.Term residual = c.plainPrior("ε", facts, "training.hours.residual-stated");
        return c.of(
                Keys.of(stage).key("mfu"),
                "Model FLOPs utilisation of the whole run",
                Ratio::new,
                () -> steady.value() * goodput.value() / residual.value());
    }

    private static Calculation.Term goodput(Calculation c, PretrainStage stage, Facts facts) {
        return stage.goodput()
                .map(g -> c.range("G", "productive share of the time", g))
                .orElseGet(() -> c.plainPrior("G", facts, "training.goodput"));
    }

    private static Optional<Estimate<Ratio>> ofUsualRun(
            PretrainStage stage, Facts facts, Stated<FlopPerSecond> peak) {
        Optional<ParameterEstimation> size = ParameterCount.of(stage, facts);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        Stated<Recompute> recompute = recompute(stage);
        Calculation c =
                new Calculation(
                        NAME,
                        "MFU = m · min(1, (P₀/P)^x) · r^[full recomputation] · z^max(0,"
                                + " log10(1e9/N)) · e^[experts] · q^[fp8] / ε");
        Calculation.Term base = c.plainPrior("m", facts, "training.mfu.base");
        Calculation.Term p = c.exact("P", "dense 16-bit peak", peak);
        Calculation.Term reference =
                c.prior("P₀", facts, "training.mfu.reference-peak", Dimension.FLOP_PER_SECOND);
        Calculation.Term exponent = c.plainPrior("x", facts, "training.mfu.peak-exponent");
        Calculation.Term n = c.result("N", size.get().active());
        DoubleSupplier factor =
                factor(
                        c,
                        recompute.value() == Recompute.FULL,
                        "r",
                        facts,
                        "training.mfu.full-recompute");
        c.shown(
                Input.of(
                        "recomputation",
                        "recomputation",
                        recompute.value().word(),
                        recompute.origin()));
        Calculation.Term small = c.plainPrior("z", facts, "training.mfu.small-model");
        boolean experts =
                stage.architecture().filter(a -> a.value().experts().isPresent()).isPresent();
        DoubleSupplier mixture = factor(c, experts, "e", facts, "training.mfu.experts");
        DoubleSupplier eightBit =
                factor(
                        c,
                        stage.precision().filter(Precision.FP8::equals).isPresent(),
                        "q",
                        facts,
                        "training.fp8.speed-up");
        DoubleSupplier goodput = relativeGoodput(c, stage, facts);
        Calculation.Term residual = c.plainPrior("ε", facts, "training.hours.residual");
        return c.note("of the whole run, interruptions included, as published runs show it")
                .of(
                        Keys.of(stage).key("mfu"),
                        "Model FLOPs utilisation of the whole run",
                        Ratio::new,
                        () ->
                                base.value()
                                        * Math.min(
                                                1,
                                                StrictMath.pow(
                                                        reference.value() / p.value(),
                                                        exponent.value()))
                                        * factor.getAsDouble()
                                        * StrictMath.pow(
                                                small.value(),
                                                Math.max(0, 9 - StrictMath.log10(n.value())))
                                        * mixture.getAsDouble()
                                        * eightBit.getAsDouble()
                                        * goodput.getAsDouble()
                                        / residual.value());
    }

    /** A stated goodput in place of the usual one, which published whole runs already contain. */
    private static DoubleSupplier relativeGoodput(Calculation c, PretrainStage stage, Facts facts) {
        if (stage.goodput().isEmpty()) {
            return () -> 1;
        }
        Calculation.Term goodput = goodput(c, stage, facts);
        double usual = facts.prior("training.goodput", Dimension.RATIO).likely().value();
        c.note(
                "the stated goodput G counts in proportion to the usual one: · G/"
                        + new Ratio(usual));
        return () -> goodput.value() / usual;
    }

    private static DoubleSupplier factor(
            Calculation c, boolean applies, String symbol, Facts facts, String prior) {
        if (!applies) {
            return () -> 1;
        }
        Calculation.Term term = c.plainPrior(symbol, facts, prior);
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
