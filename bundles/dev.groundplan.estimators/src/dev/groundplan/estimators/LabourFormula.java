package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Items, the time of each, and who does them.
 *
 * @param amount the last part of the effort's key
 */
record LabourFormula(
        String estimator, Keys keys, String amount, String what, String role, Facts facts) {
    private static final double SECONDS_A_DAY = 8 * 3600;

    /**
     * @param seconds working time of all items, its terms added to the calculation
     */
    Optional<LabourEstimation> estimate(Calculation c, DoubleSupplier seconds) {
        return c.of(
                        keys.key(amount),
                        "Effort of " + what,
                        Effort::new,
                        () -> seconds.getAsDouble() / SECONDS_A_DAY)
                .map(effort -> new LabourEstimation(effort, cost(effort)));
    }

    private Optional<Estimate<Money>> cost(Estimate<Effort> effort) {
        Optional<Stated<Uncertain<PricePerDay>>> rate = Staffing.rate(role, facts);
        return rate.flatMap(
                r -> {
                    Calculation c = new Calculation(estimator, "cost = E·rate");
                    Calculation.Term e = c.result("E", effort);
                    Calculation.Term p = c.range("rate", "rate of " + role, r);
                    return Exchange.rate(c, facts.plan(), r.value().likely().currency())
                            .flatMap(
                                    x ->
                                            c.of(
                                                    keys.key("cost"),
                                                    "Cost of " + what,
                                                    amount -> Exchange.money(facts.plan(), amount),
                                                    () -> e.value() * p.value() * x.getAsDouble()));
                });
    }
}
