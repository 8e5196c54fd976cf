package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.Optional;

/** How long quantising, pruning or distilling computes; cost and electricity follow from it. */
public final class CompressionTime implements Estimator<CompressionStage, TrainingTimeEstimation> {
    private static final String NAME = CompressionTime.class.getSimpleName();
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double A_BILLION = 1e9;

    @Override
    public Class<CompressionStage> subject() {
        return CompressionStage.class;
    }

    @Override
    public Class<TrainingTimeEstimation> estimation() {
        return TrainingTimeEstimation.class;
    }

    @Override
    public Optional<TrainingTimeEstimation> estimate(CompressionStage stage, Facts facts) {
        Optional<Hardware> hardware =
                stage.hardware()
                        .or(
                                () ->
                                        facts.plan().servings().stream()
                                                .flatMap(s -> s.hardware().stream())
                                                .findFirst());
        Optional<ParameterEstimation> size =
                facts.plan()
                        .model()
                        .flatMap(choice -> choice.model())
                        .flatMap(model -> ParameterCount.of(model.value(), facts));
        Optional<Stated<FlopPerSecond>> peak =
                hardware.flatMap(h -> Accelerators.peak(h.accelerator()));
        if (size.isEmpty() || peak.isEmpty()) {
            return Optional.empty();
        }
        return stage.kind() == CompressionStage.Kind.DISTIL
                ? distil(stage, size.get(), hardware.get(), peak.get(), facts)
                : once(stage, size.get(), hardware.get(), peak.get(), facts);
    }

    /** A pass or a few over calibration data, layer after layer. */
    private static Optional<TrainingTimeEstimation> once(
            CompressionStage stage,
            ParameterEstimation size,
            Hardware hardware,
            Stated<FlopPerSecond> peak,
            Facts facts) {
        Calculation c = new Calculation(NAME, "H = N/10⁹·h");
        Calculation.Term n = c.result("N", size.total());
        Calculation.Term each =
                c.plainPrior(
                        "h",
                        facts,
                        stage.kind() == CompressionStage.Kind.PRUNE
                                ? "compression.prune-hours"
                                : "compression.quantise-hours");
        Optional<Estimate<AcceleratorHours>> hours =
                c.of(
                        Keys.of(stage).key("accelerator-hours"),
                        "Accelerator-hours of the run",
                        AcceleratorHours::new,
                        () -> n.value() / A_BILLION * each.value());
        return hours.flatMap(
                h ->
                        share(stage, size, h, peak, facts)
                                .flatMap(u -> time(stage, hardware, u, h, facts)));
    }

    private static Optional<Estimate<Ratio>> share(
            CompressionStage stage,
            ParameterEstimation size,
            Estimate<AcceleratorHours> hours,
            Stated<FlopPerSecond> peak,
            Facts facts) {
        Calculation c = new Calculation(NAME, "2·N·n·s / (H·P)");
        Calculation.Term n = c.result("N", size.active());
        Calculation.Term samples =
                stage.samples()
                        .map(s -> c.exact("n", "examples to calibrate with", s))
                        .orElseGet(() -> c.constant("n", facts, "compression.calibration"));
        Calculation.Term s = c.constant("s", facts, "fine-tune.sequence");
        Calculation.Term h = c.result("H", hours);
        Calculation.Term p = c.exact("P", "dense 16-bit peak", peak);
        return c.of(
                Keys.of(stage).key("mfu"),
                "Utilisation while calibrating",
                Ratio::new,
                () ->
                        2
                                * n.value()
                                * samples.value()
                                * s.value()
                                / (h.value() * SECONDS_AN_HOUR * p.value()));
    }

    private static Optional<TrainingTimeEstimation> distil(
            CompressionStage stage,
            ParameterEstimation teacher,
            Hardware hardware,
            Stated<FlopPerSecond> peak,
            Facts facts) {
        Optional<ParameterEstimation> student =
                stage.into().flatMap(into -> ParameterCount.of(into, facts));
        if (student.isEmpty() || stage.tokens().isEmpty()) {
            return Optional.empty();
        }
        Calculation u = new Calculation(NAME, "u");
        Calculation.Term usual = u.plainPrior("u", facts, "compression.distil-utilisation");
        Optional<Estimate<Ratio>> share =
                u.of(
                        Keys.of(stage).key("mfu"),
                        "Utilisation while distilling",
                        Ratio::new,
                        usual::value);
        Calculation c = new Calculation(NAME, "H = D·(2·N_T + 6·N_S) / (P·u)");
        Calculation.Term d = c.range("D", "tokens distilled on", stage.tokens().get());
        Calculation.Term large = c.result("N_T", teacher.active());
        Calculation.Term small = c.result("N_S", student.get().active());
        Calculation.Term p = c.exact("P", "dense 16-bit peak", peak);
        return share.flatMap(
                s -> {
                    Calculation.Term e = c.result("u", s);
                    return c.of(
                                    Keys.of(stage).key("accelerator-hours"),
                                    "Accelerator-hours of the run",
                                    AcceleratorHours::new,
                                    () ->
                                            d.value()
                                                    * (2 * large.value() + 6 * small.value())
                                                    / (p.value() * e.value() * SECONDS_AN_HOUR))
                            .flatMap(h -> time(stage, hardware, s, h, facts));
                });
    }

    private static Optional<TrainingTimeEstimation> time(
            CompressionStage stage,
            Hardware hardware,
            Estimate<Ratio> share,
            Estimate<AcceleratorHours> hours,
            Facts facts) {
        AcceleratorSpec accelerator = hardware.accelerator();
        Count together =
                Count.of(
                        Math.max(
                                1,
                                stage.hardware()
                                        .map(Hardware::countOrOne)
                                        .orElse(
                                                stage.kind() == CompressionStage.Kind.DISTIL
                                                        ? hardware.countOrOne()
                                                        : 1)));
        Calculation r = new Calculation(NAME, "R");
        Calculation.Term one =
                r.exact(
                        "R",
                        "runs",
                        Stated.assumed(
                                Count.of(1), "compression is done once a model", Source.UNKNOWN));
        Optional<Estimate<Count>> runs =
                r.of(Keys.of(stage).key("runs"), "Runs", Count::new, one::value);
        Calculation c = new Calculation(NAME, "T = H/n");
        Calculation.Term h = c.result("H", hours);
        Calculation.Term n =
                c.exact(
                        "n",
                        "accelerators at work together",
                        new Stated<>(together, Origin.written(hardware.range())));
        return c.of(
                        Keys.of(stage).key("duration"),
                        "Duration of all runs",
                        Time::new,
                        () -> h.value() / n.value() * SECONDS_AN_HOUR)
                .flatMap(
                        t ->
                                runs.map(
                                        count ->
                                                new TrainingTimeEstimation(
                                                        accelerator,
                                                        share,
                                                        hours,
                                                        count,
                                                        together,
                                                        t)));
    }
}
