package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hardware FLOPs of a tuning run: what the accelerators compute, recomputation included. */
public final class TuningCompute implements Estimator<TuningStage, TrainingComputeEstimation> {
    private static final String NAME = TuningCompute.class.getSimpleName();

    @Override
    public Class<TuningStage> subject() {
        return TuningStage.class;
    }

    @Override
    public Class<TrainingComputeEstimation> estimation() {
        return TrainingComputeEstimation.class;
    }

    @Override
    public Optional<TrainingComputeEstimation> estimate(TuningStage stage, Facts facts) {
        return TuningDefaults.base(stage, facts)
                .flatMap(
                        size ->
                                tokens(stage, facts)
                                        .flatMap(tokens -> compute(stage, facts, size, tokens)));
    }

    private static Optional<TrainingComputeEstimation> compute(
            TuningStage stage, Facts facts, ParameterEstimation size, Estimate<Tokens> tokens) {
        boolean full = stage.method().value() instanceof TuningMethod.Full;
        Stated<Recompute> recompute = TuningDefaults.recompute(stage);
        boolean again = recompute.value() == Recompute.FULL;
        Calculation c =
                new Calculation(
                        NAME,
                        again ? "C = (k + k_r)·(N + 2·L·a·d·s)·D" : "C = k·(N + 2·L·a·d·s)·D");
        Calculation.Term k =
                c.plainPrior("k", facts, full ? "fine-tune.flop.full" : "fine-tune.flop.lora");
        Calculation.Term n = c.result("N", size.active());
        Calculation.Term d = c.result("D", tokens);
        Optional<Calculation.Term> attention =
                size.architecture().map(a -> PretrainCompute.attention(c, a));
        Calculation.Term s =
                c.exact("s", "tokens a sequence", TuningDefaults.sequence(stage, facts));
        Optional<Calculation.Term> more =
                again
                        ? Optional.of(c.plainPrior("k_r", facts, "fine-tune.flop.recompute"))
                        : Optional.empty();
        c.shown(Input.of("r", "recomputation", recompute.value().word(), recompute.origin()));
        return c.of(
                        Keys.of(stage).key("flop"),
                        "Tuning compute, recomputation included",
                        Flop::new,
                        () ->
                                (k.value() + value(more))
                                        * (n.value() + 2 * value(attention) * s.value())
                                        * d.value())
                .flatMap(
                        flop ->
                                sequences(stage, facts, tokens)
                                        .map(
                                                q ->
                                                        new TrainingComputeEstimation(
                                                                tokens, Optional.of(q), flop)));
    }

    private static double value(Optional<Calculation.Term> term) {
        return term.map(Calculation.Term::value).orElse(0.0);
    }

    /** Tokens of all datasets and epochs; empty when no dataset says how large it is. */
    private static Optional<Estimate<Tokens>> tokens(TuningStage stage, Facts facts) {
        List<Dataset> datasets = TuningDefaults.datasets(stage, facts);
        Calculation c =
                new Calculation(
                        NAME, "D = epochs · (Σ tokens + Σ examples · min(tokens an example, s))");
        Calculation.Term epochs = TuningDefaults.epochs(c, stage, facts);
        List<Calculation.Term> tokens = new ArrayList<>();
        List<Calculation.Term> examples = new ArrayList<>();
        for (Dataset dataset : datasets) {
            if (dataset.tokens().isPresent()) {
                tokens.add(
                        c.range("tokens", "tokens of " + dataset.name(), dataset.tokens().get()));
            } else if (dataset.examples().isPresent()) {
                examples.add(
                        c.range(
                                "examples",
                                "examples of " + dataset.name(),
                                dataset.examples().get()));
            }
        }
        if (tokens.isEmpty() && examples.isEmpty()) {
            return Optional.empty();
        }
        Optional<Calculation.Term> each =
                examples.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                c.prior(
                                        "tokens an example",
                                        facts,
                                        "fine-tune.tokens-per-example",
                                        Dimension.TOKENS));
        double longest = TuningDefaults.sequence(stage, facts).value().value();
        if (!examples.isEmpty()) {
            c.exact("s", "tokens a sequence", TuningDefaults.sequence(stage, facts));
            c.note("a dataset counts examples, not tokens; no example is longer than a sequence");
        }
        return c.of(
                Keys.of(stage).key("tokens"),
                "Tokens tuned on, all epochs",
                Tokens::new,
                () ->
                        epochs.value()
                                * (sum(tokens) + sum(examples) * Math.min(value(each), longest)));
    }

    /** How many sequences pass: whole ones when packed, else one an example. */
    private static Optional<Estimate<Count>> sequences(
            TuningStage stage, Facts facts, Estimate<Tokens> tokens) {
        List<Dataset> datasets = TuningDefaults.datasets(stage, facts);
        boolean counted =
                !stage.packing().orElse(false)
                        && datasets.stream().allMatch(d -> d.examples().isPresent());
        Calculation c = new Calculation(NAME, counted ? "q = epochs · Σ examples" : "q = D / s");
        if (counted) {
            Calculation.Term epochs = TuningDefaults.epochs(c, stage, facts);
            List<Calculation.Term> examples =
                    datasets.stream()
                            .map(
                                    d ->
                                            c.range(
                                                    "examples",
                                                    "examples of " + d.name(),
                                                    d.examples().get()))
                            .toList();
            return c.of(
                    Keys.of(stage).key("sequences"),
                    "Sequences, all epochs",
                    Count::new,
                    () -> epochs.value() * sum(examples));
        }
        Calculation.Term d = c.result("D", tokens);
        Calculation.Term s =
                c.exact("s", "tokens a sequence", TuningDefaults.sequence(stage, facts));
        if (stage.packing().isEmpty()) {
            c.shown(
                    Input.of(
                            "p",
                            "examples are packed into whole sequences",
                            "yes",
                            new Origin.Assumed("no dataset counts its examples", Source.UNKNOWN)));
        }
        return c.of(
                Keys.of(stage).key("sequences"),
                "Sequences, all epochs",
                Count::new,
                () -> d.value() / s.value());
    }

    private static double sum(List<Calculation.Term> terms) {
        return terms.stream().mapToDouble(Calculation.Term::value).sum();
    }
}
