package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.BusinessValue;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.GrowthRate;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerItem;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What the application brings: value a month, cost of a transaction, payback, gain. */
final class BusinessReturn {
    private final Plan plan;
    private final Facts facts;
    private final Optional<Estimate<PricePerMonth>> run;
    private final Optional<BusinessValue> business;

    BusinessReturn(Plan plan, Facts facts) {
        this.plan = plan;
        this.facts = facts;
        run = facts.get(RunCostEstimation.class, plan).flatMap(RunCostEstimation::month);
        business =
                plan.scope().value().filter(v -> v.volume().isPresent() && v.saves().isPresent());
    }

    Optional<Estimate<PricePerMonth>> value() {
        if (business.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = calculation("value = volume·share·saves");
        DoubleSupplier handled = handled(c, business.get());
        Calculation.Term saves = c.range("saves", "saved by each", business.get().saves().get());
        return Exchange.rate(c, plan, business.get().saves().get().value().likely().currency())
                .flatMap(
                        rate ->
                                c.of(
                                        new Keys("value").key("month"),
                                        "Value a month",
                                        a -> new PricePerMonth(Exchange.money(plan, a)),
                                        () ->
                                                handled.getAsDouble()
                                                        * saves.value()
                                                        * rate.getAsDouble()));
    }

    Optional<Estimate<PricePerItem>> perTransaction() {
        if (business.isEmpty() || run.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = calculation("cost = run/(volume·share)");
        Calculation.Term month = c.result("run", run.get());
        DoubleSupplier handled = handled(c, business.get());
        return c.of(
                new Keys("value").key("cost-per-transaction"),
                "Running cost of a " + business.get().transaction().orElse("transaction"),
                a -> new PricePerItem(Exchange.money(plan, a)),
                () -> month.value() / handled.getAsDouble());
    }

    /** In whole and broken months of the first month's value; growth is not in it. */
    Optional<Estimate<Time>> payback(Estimate<Money> build) {
        Optional<Estimate<PricePerMonth>> value = value();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = calculation("payback = build/(value − run)");
        Calculation.Term built = c.result("build", build);
        Calculation.Term earned = c.result("value", value.get());
        DoubleSupplier spent = spent(c);
        return c.note(
                        "months after release, at the first month's value and cost; "
                                + Math.round(TotalCostEstimation.NEVER.months())
                                + " months stand for never")
                .of(
                        new Keys("value").key("payback"),
                        "Time after release until it has paid for itself",
                        Time::new,
                        () -> {
                            double net = earned.value() - spent.getAsDouble();
                            double never = TotalCostEstimation.NEVER.months();
                            double months = net > 0 ? built.value() / net : never;
                            return Time.months(Math.min(months, never)).value();
                        });
    }

    /**
     * @param total cost over the horizon
     */
    Optional<Estimate<Money>> gain(Estimate<Money> total) {
        Optional<Estimate<PricePerMonth>> value = value();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Stated<Time> horizon = Horizon.of(facts);
        double months = TotalCost.months(horizon.value());
        Calculation c = calculation("gain = value·Σ (1 + g)^m − total");
        Calculation.Term earned = c.result("value", value.get());
        Calculation.Term spent = c.result("total", total);
        Optional<Calculation.Term> growth =
                Growth.of(plan).map(g -> c.range("g", "growth of the requests a month", g));
        c.shown(Input.of("m", "months after release", horizon));
        return c.note("value grows as the requests do")
                .of(
                        new Keys("value").key("gain"),
                        "Gain over the horizon",
                        amount -> Exchange.money(plan, amount),
                        () ->
                                earned.value()
                                                * GrowthRate.months(
                                                        months,
                                                        growth.map(Calculation.Term::value)
                                                                .orElse(0.0))
                                        - spent.value());
    }

    private DoubleSupplier spent(Calculation c) {
        return run.<DoubleSupplier>map(r -> c.result("run", r)::value).orElse(() -> 0);
    }

    /** Transactions that the application handles alone, a month. */
    private static DoubleSupplier handled(Calculation c, BusinessValue value) {
        Calculation.Term volume =
                c.range(
                        "volume",
                        value.transaction().orElse("transaction") + "s there are",
                        value.volume().get());
        Optional<Calculation.Term> share =
                value.share().map(s -> c.range("share", "share that it handles alone", s));
        return () ->
                volume.value()
                        * Time.months(1).value()
                        * share.map(Calculation.Term::value).orElse(1.0);
    }

    private static Calculation calculation(String formula) {
        return new Calculation(TotalCost.NAME, formula);
    }
}
