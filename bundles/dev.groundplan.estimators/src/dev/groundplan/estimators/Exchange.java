package dev.groundplan.estimators;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Amounts in the project's currency. */
final class Exchange {
    private Exchange() {}

    /**
     * What one unit of that currency is worth in the project's, as an input of the calculation;
     * empty when the project does not say.
     */
    static Optional<DoubleSupplier> rate(Calculation calculation, Plan plan, CurrencyCode from) {
        if (from.equals(plan.currency())) {
            return Optional.of(() -> 1);
        }
        return plan.worth(from, plan.currency())
                .map(
                        rate ->
                                calculation.range(
                                                "x",
                                                plan.currency()
                                                        + " for one "
                                                        + from
                                                        + since(plan, rate),
                                                rate)
                                        ::value);
    }

    private static String since(Plan plan, Stated<?> worth) {
        return plan.exchange().stream()
                .filter(rate -> rate.worth().origin().equals(worth.origin()))
                .flatMap(rate -> rate.from().stream())
                .findFirst()
                .map(day -> ", since " + day)
                .orElse("");
    }

    static Money money(Plan plan, double amount) {
        return Money.of(amount, plan.currency());
    }
}
