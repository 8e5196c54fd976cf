package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** Model FLOPs of a pre-training run by the accounting of the PaLM paper, attention included. */
public final class PretrainCompute implements Estimator<PretrainStage, TrainingComputeEstimation> {
    private static final String NAME = PretrainCompute.class.getSimpleName();

    @Override
    public Class<PretrainStage> subject() {
        return PretrainStage.class;
    }

    @Override
    public Class<TrainingComputeEstimation> estimation() {
        return TrainingComputeEstimation.class;
    }

    @Override
    public Optional<TrainingComputeEstimation> estimate(PretrainStage stage, Facts facts) {
        return ParameterCount.of(stage, facts)
                .flatMap(
                        size ->
                                tokens(stage, size, facts)
                                        .flatMap(tokens -> compute(stage, size, tokens)));
    }

    private static Optional<TrainingComputeEstimation> compute(
            PretrainStage stage, ParameterEstimation size, Estimate<Tokens> tokens) {
        Stated<Architecture> architecture = stage.architecture().orElseThrow();
        Calculation c = new Calculation(NAME, "C = (6·N + 12·L·a·d·s)·D");
        Calculation.Term n = c.result("N", size.active());
        Calculation.Term d = c.result("D", tokens);
        Calculation.Term attention = attention(c, architecture);
        Calculation.Term s = c.exact("s", "tokens a sequence", sequence(stage, architecture));
        return c.note("both directions of attention are counted, as in every published utilisation")
                .of(
                        Keys.of(stage).key("flop"),
                        "Training compute",
                        Flop::new,
                        () -> (6 * n.value() + 12 * attention.value() * s.value()) * d.value())
                .map(flop -> new TrainingComputeEstimation(tokens, Optional.empty(), flop));
    }

    /** L·a·d: attention's multiply-adds a token and position. */
    static Calculation.Term attention(Calculation c, Stated<Architecture> architecture) {
        Architecture a = architecture.value();
        long head =
                a.latent().map(l -> (long) l.nopeHead() + l.ropeHead()).orElse((long) a.headDim());
        return c.number(
                "L·a·d",
                "layers · query heads · width of a head",
                a.layers() * (long) a.heads() * head,
                architecture.origin());
    }

    private static Stated<Tokens> sequence(PretrainStage stage, Stated<Architecture> architecture) {
        return stage.sequence().orElseGet(() -> architecture.map(a -> new Tokens(a.context())));
    }

    private static Optional<Estimate<Tokens>> tokens(
            PretrainStage stage, ParameterEstimation size, Facts facts) {
        Calculation c;
        if (stage.tokens().isPresent()) {
            c = new Calculation(NAME, "D");
            Calculation.Term written = c.range("D", "tokens trained on", stage.tokens().get());
            return c.of(
                    Keys.of(stage).key("tokens"), "Tokens trained on", Tokens::new, written::value);
        }
        List<Stated<Uncertain<Tokens>>> available =
                stage.on().stream().map(Dataset::tokens).flatMap(Optional::stream).toList();
        if (!available.isEmpty()) {
            c = new Calculation(NAME, "D = Σ D_i");
            List<Calculation.Term> parts =
                    available.stream().map(t -> c.range("D_i", "tokens of a dataset", t)).toList();
            return c.note("one pass over the datasets, for the stage does not say how many tokens")
                    .of(
                            Keys.of(stage).key("tokens"),
                            "Tokens trained on",
                            Tokens::new,
                            () -> parts.stream().mapToDouble(Calculation.Term::value).sum());
        }
        c = new Calculation(NAME, "D = r·N");
        Calculation.Term ratio = c.plainPrior("r", facts, "training.tokens-per-parameter");
        Calculation.Term n = c.result("N", size.active());
        return c.note("neither the stage nor its datasets say how many tokens")
                .of(
                        Keys.of(stage).key("tokens"),
                        "Tokens trained on",
                        Tokens::new,
                        () -> ratio.value() * n.value());
    }
}
