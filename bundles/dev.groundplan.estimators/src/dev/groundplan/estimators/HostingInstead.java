package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.Optional;

/** From which load on an open model on accelerators of one's own costs less than an endpoint. */
public final class HostingInstead implements Estimator<ModelChoice, BreakEvenEstimation> {
    /** What most open models of the catalogue are measured on. */
    private static final String USUAL = "H100-SXM-80GB";

    @Override
    public Class<ModelChoice> subject() {
        return ModelChoice.class;
    }

    @Override
    public Class<BreakEvenEstimation> estimation() {
        return BreakEvenEstimation.class;
    }

    @Override
    public Optional<BreakEvenEstimation> estimate(ModelChoice choice, Facts facts) {
        Optional<EndpointSpec> endpoint =
                choice.model()
                        .map(Stated::value)
                        .filter(EndpointSpec.class::isInstance)
                        .map(EndpointSpec.class::cast)
                        .filter(EndpointPrice::priced);
        return endpoint.flatMap(
                e ->
                        like(choice, facts)
                                .flatMap(
                                        model ->
                                                device(facts).map(on -> serving(choice, model, on)))
                                .flatMap(
                                        serving ->
                                                new BreakEvenFormula(
                                                                serving,
                                                                e,
                                                                Load.of(facts, Optional.of(choice)),
                                                                EndpointCost.keys(choice),
                                                                facts)
                                                        .estimate()));
    }

    /** What the project looked at, else the open model whose size is nearest to the usual one. */
    private static Optional<ModelSpec> like(ModelChoice choice, Facts facts) {
        return choice.candidates().stream()
                .filter(ModelSpec.class::isInstance)
                .map(ModelSpec.class::cast)
                .filter(model -> model.architecture().isPresent())
                .findFirst()
                .or(() -> rejected(choice, facts))
                .or(() -> nearest(facts));
    }

    private static Optional<ModelSpec> rejected(ModelChoice choice, Facts facts) {
        return choice.rejected().stream()
                .flatMap(
                        r ->
                                Optional.ofNullable(facts.catalogue().models().get(r.model()))
                                        .stream())
                .filter(model -> model.architecture().isPresent())
                .findFirst();
    }

    private static Optional<ModelSpec> nearest(Facts facts) {
        double size = Likely.of(facts::prior, "break-even.parameters");
        return NearestModel.to(
                size, m -> m.architecture().isPresent() && m.tuned().isPresent(), facts);
    }

    private static Optional<AcceleratorSpec> device(Facts facts) {
        return Optional.ofNullable(facts.catalogue().accelerators().get(USUAL))
                .filter(a -> a.prices().containsKey(Purchase.ON_DEMAND));
    }

    private static Serving serving(ModelChoice choice, ModelSpec model, AcceleratorSpec on) {
        ModelChoice instead =
                new ModelChoice(
                        choice.id().child("instead"),
                        model.name(),
                        choice.range(),
                        Optional.of(Stated.written(model, choice.range())),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        choice.share(),
                        Optional.empty());
        return new Serving(
                choice.id().child("instead").child("deployment"),
                model.name(),
                choice.range(),
                Optional.of(instead),
                Optional.of(new Hardware(Optional.empty(), on, Optional.empty(), choice.range())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
