package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What scaling laws say of a model trained from scratch, beside what already exists. */
public final class TrainingFeasibility implements Estimator<PretrainStage, FeasibilityEstimation> {
    private static final String NAME = TrainingFeasibility.class.getSimpleName();
    private static final String LOSS = "L = E + A/N^α + B/D^β";

    @Override
    public Class<PretrainStage> subject() {
        return PretrainStage.class;
    }

    @Override
    public Class<FeasibilityEstimation> estimation() {
        return FeasibilityEstimation.class;
    }

    @Override
    public Optional<FeasibilityEstimation> estimate(PretrainStage stage, Facts facts) {
        Optional<ParameterEstimation> size = ParameterCount.of(stage, facts);
        Optional<TrainingComputeEstimation> compute =
                facts.get(TrainingComputeEstimation.class, stage);
        if (size.isEmpty() || compute.isEmpty() || !sensible(size.get(), compute.get())) {
            return Optional.empty();
        }
        Keys keys = Keys.of(stage);
        List<Estimate<?>> all = new ArrayList<>();
        Optional<Estimate<Tokens>> worth = worth(stage, keys, compute.get(), facts);
        worth.ifPresent(all::add);
        Estimate<Tokens> tokens = worth.orElse(compute.get().tokens());
        loss(
                        keys.key("scaling", "loss"),
                        "Expected loss of " + stage.name(),
                        size.get(),
                        tokens,
                        facts)
                .ifPresent(all::add);
        Optional<Estimate<Tokens>> best = best(keys, size.get(), facts);
        best.ifPresent(all::add);
        all.addAll(optimal(keys, "same", "the same computing", compute.get().flop(), facts));
        TrainingBudget.flop(stage, facts)
                .ifPresent(
                        flop -> {
                            all.add(flop);
                            all.addAll(optimal(keys, "budget", "the build budget", flop, facts));
                        });
        all.addAll(
                new ServedScaling(
                                keys,
                                size.get().active().value().likely().value(),
                                tokens.value().likely().value(),
                                facts)
                        .estimates());
        Optional<ModelSpec> nearest = nearest(size.get(), facts);
        nearest.flatMap(model -> existing(keys, model, facts)).ifPresent(all::add);
        return Optional.of(
                new FeasibilityEstimation(all, best, nearest.map(ModelSpec::name).orElse("")));
    }

    private static boolean sensible(ParameterEstimation size, TrainingComputeEstimation compute) {
        double n = size.active().value().likely().value();
        double d = compute.tokens().value().likely().value();
        return n >= 1e5 && n < 1e16 && d >= 1e5 && d < 1e18;
    }

    /** Only where tokens are read more than once. */
    private static Optional<Estimate<Tokens>> worth(
            PretrainStage stage, Keys keys, TrainingComputeEstimation compute, Facts facts) {
        double unique =
                stage.on().stream().flatMap(d -> unique(d).stream()).mapToDouble(u -> u).sum();
        boolean counted = stage.on().stream().allMatch(d -> d.tokens().isPresent());
        if (!counted || unique <= 0 || compute.tokens().value().likely().value() <= unique) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "D' = U·(1 + R*·(1 − e^(−(D/U − 1)/R*)))");
        Calculation.Term d = c.result("D", compute.tokens());
        c.shown(
                Input.of(
                        "U",
                        "tokens that differ",
                        new Tokens(unique),
                        stage.on().getFirst().tokens().orElseThrow().origin()));
        Calculation.Term half = c.plainPrior("R*", facts, "scaling.repetition");
        return c.of(
                keys.key("scaling", "worth"),
                "New tokens that the tokens read again are worth",
                Tokens::new,
                () -> ScalingLaw.worth(d.value(), unique, half.value()));
    }

    private static Optional<Double> unique(Dataset data) {
        return data.tokens()
                .map(
                        t ->
                                t.value().likely().value()
                                        * data.unique()
                                                .map(u -> u.value().likely().value())
                                                .orElse(1.0));
    }

    private static Optional<Estimate<Count>> loss(
            ResultKey key,
            String title,
            ParameterEstimation size,
            Estimate<Tokens> tokens,
            Facts facts) {
        Calculation c = new Calculation(NAME, LOSS);
        law(c, facts);
        Calculation.Term n = c.result("N", size.active());
        Calculation.Term d = c.result("D", tokens);
        Calculation.Term residual = c.plainPrior("ε", facts, "scaling.residual");
        ScalingLaw law = ScalingLaw.of(facts::prior);
        return c.note("nats a token of the law's own texts: only differences carry over to others")
                .of(
                        key,
                        title,
                        Count::new,
                        () -> law.loss(n.value(), d.value()) * residual.value());
    }

    private static Optional<Estimate<Tokens>> best(
            Keys keys, ParameterEstimation size, Facts facts) {
        Calculation c = new Calculation(NAME, "D = (N/G)^((α+β)/β)/N, G = (αA/(βB))^(1/(α+β))");
        law(c, facts);
        Calculation.Term n = c.result("N", size.active());
        ScalingLaw law = ScalingLaw.of(facts::prior);
        return c.of(
                keys.key("scaling", "best", "tokens"),
                "Tokens that are best for a model of that size",
                Tokens::new,
                () -> law.optimalTokens(n.value()));
    }

    private static List<Estimate<?>> optimal(
            Keys keys, String key, String what, Estimate<Flop> flop, Facts facts) {
        ScalingLaw law = ScalingLaw.of(facts::prior);
        Calculation n = new Calculation(NAME, "N* = G·(C/6)^(β/(α+β)), G = (αA/(βB))^(1/(α+β))");
        law(n, facts);
        Calculation.Term flops = n.result("C", flop);
        Calculation d = new Calculation(NAME, "D* = C/(6·N*)");
        law(d, facts);
        Calculation.Term again = d.result("C", flop);
        Calculation l = new Calculation(NAME, LOSS + " at N*, D*");
        law(l, facts);
        Calculation.Term c = l.result("C", flop);
        Calculation.Term residual = l.plainPrior("ε", facts, "scaling.residual");
        List<Estimate<?>> all = new ArrayList<>();
        n.of(
                        keys.key("scaling", key, "parameters"),
                        "Parameters that are best for " + what,
                        Parameters::new,
                        () -> law.optimal(flops.value()).parameters())
                .ifPresent(all::add);
        d.of(
                        keys.key("scaling", key, "tokens"),
                        "Tokens that are best for " + what,
                        Tokens::new,
                        () -> law.optimal(again.value()).tokens())
                .ifPresent(all::add);
        l.of(
                        keys.key("scaling", key, "loss"),
                        "Least loss for " + what,
                        Count::new,
                        () -> {
                            ScalingLaw.Size size = law.optimal(c.value());
                            return law.loss(size.parameters(), size.tokens()) * residual.value();
                        })
                .ifPresent(all::add);
        return all;
    }

    private static Optional<ModelSpec> nearest(ParameterEstimation size, Facts facts) {
        double n = size.active().value().likely().value();
        return NearestModel.to(n, m -> m.trained().isPresent() && m.variantOf().isEmpty(), facts);
    }

    private static Optional<Estimate<Count>> existing(Keys keys, ModelSpec model, Facts facts) {
        Stated<Tokens> trained = model.trained().orElseThrow();
        return ParameterCount.of(model, facts)
                .flatMap(
                        size -> {
                            Calculation c = new Calculation(NAME, LOSS);
                            law(c, facts);
                            Calculation.Term n = c.result("N", size.active());
                            Calculation.Term d =
                                    c.range(
                                            "D",
                                            "tokens that " + model.name() + " was trained on",
                                            trained.map(Uncertain::exactly));
                            Calculation.Term e = c.plainPrior("ε", facts, "scaling.residual");
                            ScalingLaw law = ScalingLaw.of(facts::prior);
                            return c.note("by the same law, whatever its texts were")
                                    .of(
                                            keys.key("scaling", "existing", "loss"),
                                            "Loss of "
                                                    + model.name()
                                                    + " by the same law, "
                                                    + size.active().value().likely()
                                                    + " on "
                                                    + trained.value(),
                                            Count::new,
                                            () -> law.loss(n.value(), d.value()) * e.value());
                        });
    }

    private static void law(Calculation c, Facts facts) {
        c.shown(Input.of("E", facts.prior("scaling.irreducible")));
        c.shown(Input.of("A", facts.prior("scaling.parameters")));
        c.shown(Input.of("B", facts.prior("scaling.tokens")));
        c.shown(Input.of("α", facts.prior("scaling.parameters-exponent")));
        c.shown(Input.of("β", facts.prior("scaling.tokens-exponent")));
    }
}
