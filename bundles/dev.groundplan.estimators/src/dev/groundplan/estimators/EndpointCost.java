package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.util.Optional;

/** What a hosted model costs a month: its token prices times the workload. */
public final class EndpointCost implements Estimator<ModelChoice, RunningCostEstimation> {
    private static final String NAME = EndpointCost.class.getSimpleName();
    private static final double SECONDS_A_MONTH = Time.months(1).value();

    @Override
    public Class<ModelChoice> subject() {
        return ModelChoice.class;
    }

    @Override
    public Class<RunningCostEstimation> estimation() {
        return RunningCostEstimation.class;
    }

    @Override
    public Optional<RunningCostEstimation> estimate(ModelChoice choice, Facts facts) {
        if (choice.model().isEmpty()
                || !(choice.model().get().value() instanceof EndpointSpec endpoint)) {
            return Optional.empty();
        }
        Load load = Load.of(facts, Optional.of(choice));
        return month(choice, endpoint, load, facts)
                .map(
                        month ->
                                new RunningCostEstimation(
                                        month,
                                        TokenCost.of(NAME, keys(choice), facts, month, load)));
    }

    /** As a deployment of the model would have them. */
    static Keys keys(ModelChoice choice) {
        return choice.name().equals("model")
                ? new Keys("serving")
                : new Keys("serving", choice.name());
    }

    private static Optional<Estimate<PricePerMonth>> month(
            ModelChoice choice, EndpointSpec endpoint, Load load, Facts facts) {
        if (endpoint.input().isEmpty() || endpoint.output().isEmpty()) {
            return Optional.empty();
        }
        Calculation c =
                new Calculation(
                        NAME, "cost = λ·active·730 h·m·(I·((1 − η)·p_i + η·p_c) + O·p_o)/10⁶");
        Calculation.Term rate = c.range("λ", "requests at a usual hour", load.usual());
        Calculation.Term active =
                c.exact("active", "share of the day with requests", load.active());
        Calculation.Term calls = c.result("m", load.request().calls());
        Calculation.Term input = c.result("I", load.request().input());
        Calculation.Term output = c.result("O", load.request().output());
        Calculation.Term cached = c.result("η", load.request().cached());
        Calculation.Term inputPrice = c.range("p_i", "price of input", endpoint.input().get());
        Calculation.Term cachedPrice =
                endpoint.cachedInput()
                        .map(p -> c.range("p_c", "price of cached input", p))
                        .orElse(inputPrice);
        Calculation.Term outputPrice = c.range("p_o", "price of output", endpoint.output().get());
        return Exchange.rate(c, facts.plan(), endpoint.input().get().value().likely().currency())
                .flatMap(
                        exchange ->
                                c.of(
                                        keys(choice).key("cost", "month"),
                                        "Running cost a month",
                                        amount ->
                                                new PricePerMonth(
                                                        Exchange.money(facts.plan(), amount)),
                                        () ->
                                                rate.value()
                                                        * active.value()
                                                        * SECONDS_A_MONTH
                                                        * calls.value()
                                                        * (input.value()
                                                                        * ((1 - cached.value())
                                                                                        * inputPrice
                                                                                                .value()
                                                                                + cached.value()
                                                                                        * cachedPrice
                                                                                                .value())
                                                                + output.value()
                                                                        * outputPrice.value())
                                                        / 1e6
                                                        * exchange.getAsDouble()));
    }
}
