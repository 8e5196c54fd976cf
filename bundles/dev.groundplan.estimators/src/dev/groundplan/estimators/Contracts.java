package dev.groundplan.estimators;

import dev.groundplan.core.plan.Contract;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What agreed prices change: a discount while they hold, and what is paid at least. */
final class Contracts {
    private Contracts() {}

    /** Off the price of what the contract covers, where one holds when the project starts. */
    static Optional<Stated<Ratio>> discount(Plan plan, String covered) {
        return inForce(plan).stream()
                .filter(contract -> contract.covers().contains(covered))
                .flatMap(contract -> contract.discount().stream())
                .findFirst();
    }

    /** One less the discount, as a factor; 1 without one. */
    static DoubleSupplier factor(Calculation c, Plan plan, String covered) {
        return discount(plan, covered)
                .<DoubleSupplier>map(
                        discount -> {
                            Calculation.Term d =
                                    c.exact("d", "discount of a contract on " + covered, discount);
                            return () -> 1 - d.value();
                        })
                .orElse(() -> 1);
    }

    /** What is paid on top where the minimum is more than what is used. */
    static List<RunCostEstimation.Part> minimums(
            String estimator, Plan plan, List<RunCostEstimation.Part> used) {
        List<RunCostEstimation.Part> parts = new ArrayList<>();
        for (Contract contract : inForce(plan)) {
            if (contract.minimum().isEmpty()) {
                continue;
            }
            Calculation c = new Calculation(estimator, "cost = max(0, minimum − used)");
            Stated<PricePerMonth> stated = contract.minimum().get();
            Calculation.Term minimum = c.exact("minimum", "minimum of " + contract.name(), stated);
            List<Calculation.Term> covered =
                    used.stream()
                            .filter(part -> covers(contract, plan, part))
                            .map(part -> c.result("used", part.month()))
                            .toList();
            Exchange.rate(c, plan, stated.value().currency())
                    .flatMap(
                            rate ->
                                    c.of(
                                            new Keys("run")
                                                    .key("cost", "contract", contract.name()),
                                            "Unused minimum of "
                                                    + contract.label().orElse(contract.name()),
                                            a -> new PricePerMonth(Exchange.money(plan, a)),
                                            () ->
                                                    Math.max(
                                                            0,
                                                            minimum.value() * rate.getAsDouble()
                                                                    - covered.stream()
                                                                            .mapToDouble(
                                                                                    Calculation.Term
                                                                                            ::value)
                                                                            .sum())))
                    .ifPresent(month -> parts.add(new RunCostEstimation.Part(month, false, true)));
        }
        return parts;
    }

    /** Whether the part is paid for something that the contract covers. */
    private static boolean covers(Contract contract, Plan plan, RunCostEstimation.Part part) {
        return plan.servings().stream()
                        .filter(s -> Keys.of(s).key("cost", "month").equals(part.month().key()))
                        .flatMap(s -> s.hardware().stream())
                        .anyMatch(h -> contract.covers().contains(h.accelerator().name()))
                || plan.models().stream()
                        .filter(
                                m ->
                                        EndpointCost.keys(m)
                                                .key("cost", "month")
                                                .equals(part.month().key()))
                        .flatMap(m -> m.model().stream())
                        .anyMatch(
                                m ->
                                        m.value() instanceof EndpointSpec e
                                                && contract.covers().contains(e.name()));
    }

    private static List<Contract> inForce(Plan plan) {
        return plan.costs().contracts().stream()
                .filter(
                        contract ->
                                contract.until()
                                        .filter(
                                                day ->
                                                        day.value()
                                                                .isBefore(
                                                                        plan.start()
                                                                                .orElse(
                                                                                        plan
                                                                                                .today())))
                                        .isEmpty())
                .toList();
    }
}
