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
        if (!EndpointPrice.priced(endpoint)) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "cost = λ·active·730 h·" + EndpointPrice.FORMULA);
        Calculation.Term rate = c.range("λ", "requests at a usual hour", load.usual());
        Calculation.Term active =
                c.exact("active", "share of the day with requests", load.active());
        return EndpointPrice.request(c, endpoint, load.request(), facts)
                .flatMap(
                        request ->
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
                                                        * request.getAsDouble()));
    }
}
