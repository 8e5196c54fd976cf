package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.util.Optional;

/** The monthly cost over the tokens written in a month. */
final class TokenCost {
    private static final double SECONDS_A_MONTH = Time.months(1).value();

    private TokenCost() {}

    static Optional<Estimate<PricePerMillionTokens>> of(
            String estimator, Keys keys, Facts facts, Estimate<PricePerMonth> month, Load load) {
        Calculation c = new Calculation(estimator, "cost / (λ·active·730 h·m·O) · 10⁶");
        Calculation.Term cost = c.result("cost", month);
        Calculation.Term rate = c.range("λ", "requests at a usual hour", load.usual());
        Calculation.Term active =
                c.exact("active", "share of the day with requests", load.active());
        Calculation.Term calls = c.result("m", load.request().calls());
        Calculation.Term output = c.result("O", load.request().output());
        return c.note("of output tokens at the usual load, the cost of their input included")
                .of(
                        keys.key("cost", "million-tokens"),
                        "Cost of a million output tokens",
                        amount -> new PricePerMillionTokens(Exchange.money(facts.plan(), amount)),
                        () ->
                                cost.value()
                                        / (rate.value()
                                                * active.value()
                                                * SECONDS_A_MONTH
                                                * calls.value()
                                                * output.value())
                                        * 1e6);
    }
}
