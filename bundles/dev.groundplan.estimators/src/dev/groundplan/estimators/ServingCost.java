package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What the accelerators of a deployment cost a month. */
public final class ServingCost implements Estimator<Serving, RunningCostEstimation> {
    private static final String NAME = ServingCost.class.getSimpleName();
    private static final double HOURS_A_MONTH = Time.months(1).hours();

    @Override
    public Class<Serving> subject() {
        return Serving.class;
    }

    @Override
    public Class<RunningCostEstimation> estimation() {
        return RunningCostEstimation.class;
    }

    @Override
    public Optional<RunningCostEstimation> estimate(Serving serving, Facts facts) {
        return month(serving, facts)
                .map(
                        month ->
                                new RunningCostEstimation(
                                        month,
                                        TokenCost.of(
                                                NAME,
                                                Keys.of(serving),
                                                facts,
                                                month,
                                                Load.of(facts, Served.choice(serving, facts)))));
    }

    private static Optional<Estimate<PricePerMonth>> month(Serving serving, Facts facts) {
        Optional<Hardware> hardware = serving.hardware();
        if (hardware.isEmpty()) {
            return Optional.empty();
        }
        Calculation c =
                new Calculation(NAME, "cost = n·730 h·price·(1 + o);  " + PurchasePrice.FORMULA);
        DoubleSupplier n = accelerators(c, serving, facts);
        Optional<DoubleSupplier> price =
                PurchasePrice.of(c, hardware.get().accelerator(), serving.purchase(), facts);
        Calculation.Term operations = c.plainPrior("o", facts, "cost.operations");
        return price.flatMap(
                p ->
                        c.note(
                                        "as many accelerators as the peak needs, held all month;"
                                                + " growth is not counted")
                                .of(
                                        Keys.of(serving).key("cost", "month"),
                                        "Running cost a month",
                                        amount ->
                                                new PricePerMonth(
                                                        Exchange.money(facts.plan(), amount)),
                                        () ->
                                                n.getAsDouble()
                                                        * HOURS_A_MONTH
                                                        * p.getAsDouble()
                                                        * (1 + operations.value())));
    }

    /** At the peak; of one replica when nothing says how much a replica serves. */
    private static DoubleSupplier accelerators(Calculation c, Serving serving, Facts facts) {
        Optional<ServingCapacityEstimation> capacity =
                facts.get(ServingCapacityEstimation.class, serving);
        if (capacity.isPresent()) {
            return c.result("n", capacity.get().accelerators())::value;
        }
        Origin why =
                new Origin.Assumed(
                        "one replica, for nothing says how much it serves", Source.UNKNOWN);
        int count =
                facts.get(ServingMemoryEstimation.class, serving)
                        .map(m -> (int) m.accelerators().value())
                        .orElse(serving.hardware().map(Hardware::countOrOne).orElse(1));
        return c.number("n", "accelerators", count, why)::value;
    }
}
