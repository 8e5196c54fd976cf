package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Parameters;
import java.util.Optional;

/** Parameters of a model: counted from its architecture where there is one, else as published. */
public final class ParameterCount implements Estimator<ModelChoice, ParameterEstimation> {
    private static final String FORMULA =
            "N = L·(attention + feed-forward + norms) + embeddings + head";
    private static final String TOTAL = "Parameters";
    private static final String ACTIVE = "Active parameters";
    private static final String NAME = ParameterCount.class.getSimpleName();

    @Override
    public Class<ModelChoice> subject() {
        return ModelChoice.class;
    }

    @Override
    public Class<ParameterEstimation> estimation() {
        return ParameterEstimation.class;
    }

    @Override
    public Optional<ParameterEstimation> estimate(ModelChoice choice, Facts facts) {
        Keys keys = Keys.of(choice);
        return choice.model().isPresent()
                ? count(choice.model().get().value(), keys, facts)
                : notYetChosen(choice, keys, facts);
    }

    /**
     * The size of any model, under the keys of the choice that names it; empty for a hosted
     * endpoint.
     */
    static Optional<ParameterEstimation> of(Servable model, Facts facts) {
        return facts.plan().models().stream()
                .filter(choice -> choice.model().filter(m -> m.value() == model).isPresent())
                .findFirst()
                .map(choice -> facts.get(ParameterEstimation.class, choice))
                .orElseGet(() -> count(model, new Keys("model", model.name()), facts));
    }

    private static Optional<ParameterEstimation> count(Servable model, Keys keys, Facts facts) {
        return switch (model) {
            case EndpointSpec endpoint -> Optional.empty();
            case PretrainStage stage ->
                    stage.architecture().map(a -> exact(stage.name(), a, keys, Optional.empty()));
            case ModelSpec spec ->
                    spec.architecture()
                            .map(a -> exact(spec.name(), a, keys, spec.published()))
                            .or(() -> published(spec, keys, facts));
        };
    }

    private static ParameterEstimation exact(
            String name,
            Stated<Architecture> architecture,
            Keys keys,
            Optional<Stated<Parameters>> published) {
        Architecture shape = architecture.value();
        ParameterBreakdown counted = ParameterFormula.of(shape);
        Calculation calculation = shape(new Calculation(NAME, FORMULA), architecture);
        published.ifPresent(p -> calculation.shown(Input.of("N'", "published parameters", p)));
        Calculation activeCalculation =
                shape(new Calculation(NAME, FORMULA + ", active experts alone"), architecture);
        return new ParameterEstimation(
                name,
                Optional.of(architecture),
                Optional.of(counted),
                calculation
                        .of(
                                keys.key("parameters"),
                                TOTAL,
                                Parameters::new,
                                () -> counted.total().value())
                        .orElseThrow(),
                activeCalculation
                        .of(
                                keys.key("active-parameters"),
                                ACTIVE,
                                Parameters::new,
                                () -> counted.active().value())
                        .orElseThrow());
    }

    private static Calculation shape(Calculation calculation, Stated<Architecture> architecture) {
        Architecture a = architecture.value();
        calculation.number("L", "layers", a.layers(), architecture.origin());
        calculation.number("h", "hidden width", a.hidden(), architecture.origin());
        calculation.number("a", "query heads", a.heads(), architecture.origin());
        calculation.number("k", "key-value heads", a.kvHeads(), architecture.origin());
        calculation.number("d", "width of a head", a.headDim(), architecture.origin());
        calculation.number("f", "feed-forward width", a.ffn(), architecture.origin());
        calculation.number("V", "vocabulary rows", a.vocabulary(), architecture.origin());
        a.experts()
                .ifPresent(
                        e -> {
                            calculation.number("E", "experts", e.count(), architecture.origin());
                            calculation.number(
                                    "E'",
                                    "experts a token passes",
                                    e.active(),
                                    architecture.origin());
                            calculation.number(
                                    "f'", "width of an expert", e.ffn(), architecture.origin());
                        });
        return calculation;
    }

    private static Optional<ParameterEstimation> published(ModelSpec spec, Keys keys, Facts facts) {
        return spec.published()
                .flatMap(
                        total ->
                                sized(
                                        spec.name(),
                                        published(spec, total, keys, "parameters", TOTAL, facts),
                                        published(
                                                spec,
                                                spec.active().orElse(total),
                                                keys,
                                                "active-parameters",
                                                ACTIVE,
                                                facts)));
    }

    private static Optional<ParameterEstimation> sized(
            String name,
            Optional<Estimate<Parameters>> total,
            Optional<Estimate<Parameters>> active) {
        return total.flatMap(
                t ->
                        active.map(
                                a ->
                                        new ParameterEstimation(
                                                name, Optional.empty(), Optional.empty(), t, a)));
    }

    private static Optional<Estimate<Parameters>> published(
            ModelSpec spec,
            Stated<Parameters> count,
            Keys keys,
            String what,
            String title,
            Facts facts) {
        Calculation calculation = new Calculation(NAME, spec.nominal() ? "N = N' · ε" : "N = N'");
        Calculation.Term published = calculation.exact("N'", "published parameters", count);
        if (!spec.nominal()) {
            return calculation.of(keys.key(what), title, Parameters::new, published::value);
        }
        Calculation.Term rounding =
                calculation.plainPrior("ε", facts, "model.parameters.nominal-residual");
        return calculation
                .note("the published count is a round name, not a count")
                .of(
                        keys.key(what),
                        title,
                        Parameters::new,
                        () -> published.value() * rounding.value());
    }

    private static Optional<ParameterEstimation> notYetChosen(
            ModelChoice choice, Keys keys, Facts facts) {
        return sized(
                choice.name(),
                usual(keys, "parameters", TOTAL, facts),
                usual(keys, "active-parameters", ACTIVE, facts));
    }

    private static Optional<Estimate<Parameters>> usual(
            Keys keys, String what, String title, Facts facts) {
        Calculation calculation = new Calculation(NAME, "N");
        Calculation.Term usual = calculation.plainPrior("N", facts, "model.parameters");
        return calculation
                .note("no model is chosen yet")
                .of(keys.key(what), title, Parameters::new, usual::value);
    }
}
