package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.FeedbackMethod;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Accelerator-hours and duration of tuning on preferences or rewards. */
public final class ReinforceTime implements Estimator<ReinforceStage, TrainingTimeEstimation> {
    private static final String NAME = ReinforceTime.class.getSimpleName();
    private static final double SECONDS_AN_HOUR = Time.hours(1).value();

    /**
     * A frozen reference passes each sequence forwards once: two of the eight parts of a training
     * pass.
     */
    private static final double REFERENCE = 0.25;

    @Override
    public Class<ReinforceStage> subject() {
        return ReinforceStage.class;
    }

    @Override
    public Class<TrainingTimeEstimation> estimation() {
        return TrainingTimeEstimation.class;
    }

    /**
     * Empty without a method, hardware, a model of known size, or prompts or preferences that are
     * counted.
     */
    @Override
    public Optional<TrainingTimeEstimation> estimate(ReinforceStage stage, Facts facts) {
        Optional<ParameterEstimation> size = TuningDefaults.base(stage.base(), facts);
        if (stage.method().isEmpty() || stage.hardware().isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        Hardware hardware = stage.hardware().get();
        return Accelerators.peak(hardware.accelerator())
                .flatMap(peak -> time(stage, facts, size.get(), hardware, peak));
    }

    private static Optional<TrainingTimeEstimation> time(
            ReinforceStage stage,
            Facts facts,
            ParameterEstimation size,
            Hardware hardware,
            Stated<FlopPerSecond> peak) {
        Stated<Count> accelerators =
                hardware.count()
                        .map(n -> Stated.written(Count.of(n), hardware.range()))
                        .orElseGet(
                                () ->
                                        Stated.assumed(
                                                Count.of(
                                                        Math.max(1, hardware.accelerator().node())),
                                                "one node",
                                                Source.UNKNOWN));
        Optional<Estimate<AcceleratorHours>> hours =
                hours(stage, facts, size, hardware, accelerators.value());
        Optional<Estimate<Count>> runs =
                TrainingRuns.count(
                        NAME, Keys.of(stage), facts, Optional.empty(), "training.trials.fine-tune");
        return hours.flatMap(h -> utilisation(stage, facts, size, h, peak))
                .filter(used -> runs.isPresent())
                .flatMap(
                        used ->
                                TrainingRuns.finish(
                                        NAME,
                                        Keys.of(stage),
                                        hardware.accelerator(),
                                        used,
                                        hours,
                                        runs,
                                        accelerators));
    }

    private static Optional<Estimate<AcceleratorHours>> hours(
            ReinforceStage stage,
            Facts facts,
            ParameterEstimation size,
            Hardware hardware,
            Count accelerators) {
        boolean pairs = stage.method().get().value() instanceof FeedbackMethod.Dpo;
        Calculation c =
                new Calculation(
                        NAME,
                        pairs
                                ? "H = n·2·q·epochs·t_sequence·(1 + r)·ε"
                                : "H = n·q·g·epochs/B·t_step·ε");
        Optional<DoubleSupplier> prompts = prompts(c, stage);
        if (prompts.isEmpty()) {
            return Optional.empty();
        }
        Calculation.Term epochs =
                stage.epochs()
                        .map(e -> c.range("epochs", "passes over the prompts", e))
                        .orElseGet(() -> c.plainPrior("epochs", facts, "reinforce.epochs"));
        Calculation.Term answer =
                stage.response()
                        .map(r -> c.range("answer", "tokens of an answer", r))
                        .orElseGet(
                                () ->
                                        c.prior(
                                                "answer",
                                                facts,
                                                "reinforce.answer",
                                                Dimension.TOKENS));
        Calculation.Term prompt = c.prior("prompt", facts, "reinforce.prompt", Dimension.TOKENS);
        Calculation.Term group = group(c, stage, facts);
        Calculation.Term residual =
                c.plainPrior(
                        "ε",
                        facts,
                        pairs ? "fine-tune.hours.residual" : "reinforce.speed.residual");
        c.shown(Input.of("n", "accelerators", Stated.written(accelerators, hardware.range())));
        TrainingCase job = TrainingCases.of(stage, size, hardware.accelerator(), accelerators);
        DoubleSupplier seconds =
                pairs
                        ? () -> pair(stage, job, prompt.value() + answer.value(), facts)
                        : () ->
                                step(stage, job, prompt.value(), answer.value(), facts)
                                        / batch(stage, facts);
        return c.of(
                Keys.of(stage).key("accelerator-hours"),
                "Accelerator-hours of the run",
                AcceleratorHours::new,
                () ->
                        accelerators.value()
                                * prompts.get().getAsDouble()
                                * group.value()
                                * epochs.value()
                                * seconds.getAsDouble()
                                / SECONDS_AN_HOUR
                                * residual.value());
    }

    /** Prompts that are there and preferences that are still to be labelled. */
    private static Optional<DoubleSupplier> prompts(Calculation c, ReinforceStage stage) {
        List<Calculation.Term> terms = new ArrayList<>();
        stage.preferences()
                .ifPresent(p -> terms.add(c.range("q", "preferences to be labelled", p)));
        for (Dataset dataset : stage.on()) {
            dataset.examples()
                    .ifPresent(e -> terms.add(c.range("q", "examples of " + dataset.name(), e)));
        }
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> terms.stream().mapToDouble(Calculation.Term::value).sum());
    }

    private static Calculation.Term group(Calculation c, ReinforceStage stage, Facts facts) {
        FeedbackMethod method = stage.method().orElseThrow().value();
        if (method instanceof FeedbackMethod.Grpo grpo) {
            return grpo.group()
                    .map(g -> c.exact("g", "answers sampled for a prompt", g))
                    .orElseGet(() -> c.plainPrior("g", facts, "reinforce.group"));
        }
        return c.number("g", "answers to a prompt", 1, stage.method().get().origin());
    }

    private static double batch(ReinforceStage stage, Facts facts) {
        return stage.batch()
                .map(b -> b.value().value())
                .orElseGet(() -> facts.prior("reinforce.batch", Dimension.COUNT).likely().value());
    }

    private static double step(
            ReinforceStage stage, TrainingCase job, double prompt, double answer, Facts facts) {
        FeedbackMethod method = stage.method().orElseThrow().value();
        double longest =
                stage.sequence()
                        .map(s -> Math.max(answer, s.value().value() - prompt))
                        .orElse(2 * answer);
        String framework = stage.framework().orElse("").toLowerCase(Locale.ROOT);
        ReinforceCase reinforce =
                new ReinforceCase(
                        job,
                        method instanceof FeedbackMethod.Ppo
                                ? ReinforceCase.Algorithm.PPO
                                : ReinforceCase.Algorithm.GRPO,
                        new Count(batch(stage, facts)),
                        new Tokens(prompt),
                        new Tokens(answer),
                        new Tokens(longest),
                        Optional.empty(),
                        Optional.empty(),
                        ReinforceCase.hybrid(framework),
                        ReinforceCase.separate(framework),
                        false);
        return ReinforceSpeed.seconds(reinforce, facts::prior);
    }

    /** Two sequences of one pair, and a reference that passes them forwards. */
    private static double pair(ReinforceStage stage, TrainingCase job, double length, Facts facts) {
        boolean reference =
                !(stage.method().orElseThrow().value() instanceof FeedbackMethod.Dpo dpo)
                        || dpo.reference().orElse(true);
        TuningCase tuning =
                TuningCase.of(
                        job.withSequence(new Tokens(length)).in(Precision.BF16),
                        TuningFramework.of(stage.framework().orElse("")),
                        TuningRecipe.of(TuningRecipe.Trained.ALL, Optional.empty()));
        return 2 * TuningSpeed.perSequence(tuning, facts::prior) * (reference ? 1 + REFERENCE : 1);
    }

    /** Of what the accelerators could compute, the share that goes into gradients of the policy. */
    private static Optional<Estimate<Ratio>> utilisation(
            ReinforceStage stage,
            Facts facts,
            ParameterEstimation size,
            Estimate<AcceleratorHours> hours,
            Stated<FlopPerSecond> peak) {
        boolean pairs = stage.method().orElseThrow().value() instanceof FeedbackMethod.Dpo;
        double answers =
                stage.preferences().map(p -> p.value().likely().value()).orElse(0.0)
                        + stage.on().stream()
                                .flatMap(d -> d.examples().stream())
                                .mapToDouble(e -> e.value().likely().value())
                                .sum();
        Calculation c = new Calculation(NAME, "share = 6·N·tokens / (P·H)");
        Calculation.Term n = c.result("N", size.active());
        Calculation.Term h = c.result("H", hours);
        Calculation.Term p = c.exact("P", "dense 16-bit peak", peak);
        double length =
                facts.prior("reinforce.prompt", Dimension.TOKENS).likely().value()
                        + stage.response()
                                .map(r -> r.value().likely().value())
                                .orElseGet(
                                        () ->
                                                facts.prior("reinforce.answer", Dimension.TOKENS)
                                                        .likely()
                                                        .value());
        Calculation.Term group = group(c, stage, facts);
        Uncertain<Count> passes =
                stage.epochs()
                        .map(Stated::value)
                        .orElseGet(() -> facts.prior("reinforce.epochs", Dimension.COUNT));
        double tokens = answers * length * (pairs ? 2 : 1) * passes.likely().value();
        return c.note("generating and scoring count as no use")
                .of(
                        Keys.of(stage).key("mfu"),
                        "Utilisation by the policy's own gradients",
                        Ratio::new,
                        () ->
                                6
                                        * n.value()
                                        * tokens
                                        * group.value()
                                        / (p.value() * h.value() * SECONDS_AN_HOUR));
    }
}
