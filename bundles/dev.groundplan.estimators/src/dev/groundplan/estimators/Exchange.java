package dev.groundplan.estimators;

import dev.groundplan.core.plan.Currencies;
import dev.groundplan.core.plan.Plan;
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
        return Currencies.worth(plan.exchange(), from, plan.currency())
                .map(
                        rate ->
                                calculation.range("x", plan.currency() + " for one " + from, rate)
                                        ::value);
    }

    static Money money(Plan plan, double amount) {
        return Money.of(amount, plan.currency());
    }
}
