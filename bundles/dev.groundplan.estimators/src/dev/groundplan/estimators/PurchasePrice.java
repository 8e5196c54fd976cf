package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.PurchaseShare;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What an accelerator-hour costs as the project buys it, in its currency. */
final class PurchasePrice {
    /** For the derivation. */
    static final String FORMULA = "price = Σ share·price_kind·(1 + i·l)·(1 − d)";

    private PurchasePrice() {}

    /**
     * The mean over the ways of buying, less a contract's discount. Of spot capacity, each
     * interruption wastes hours that are paid for.
     *
     * @param shares none: all on demand
     * @return empty when the price's currency cannot be exchanged
     */
    static Optional<DoubleSupplier> of(
            Calculation c, AcceleratorSpec accelerator, List<PurchaseShare> shares, Facts facts) {
        Plan plan = facts.plan();
        List<PurchaseShare> ways =
                shares.stream().filter(way -> way.share().value().value() > 0).toList();
        if (ways.isEmpty()) {
            return price(c, accelerator, Purchase.ON_DEMAND, facts)
                    .map(price -> less(c, plan, accelerator, price));
        }
        List<DoubleSupplier> parts = new ArrayList<>();
        for (PurchaseShare way : ways) {
            Calculation.Term share =
                    c.exact("share", "share bought " + way.purchase().word(), way.share());
            Optional<DoubleSupplier> price = price(c, accelerator, way.purchase(), facts);
            if (price.isEmpty()) {
                return Optional.empty();
            }
            parts.add(() -> share.value() * price.get().getAsDouble());
        }
        double all = ways.stream().mapToDouble(way -> way.share().value().value()).sum();
        return Optional.of(
                less(
                        c,
                        plan,
                        accelerator,
                        () -> parts.stream().mapToDouble(DoubleSupplier::getAsDouble).sum() / all));
    }

    private static DoubleSupplier less(
            Calculation c, Plan plan, AcceleratorSpec accelerator, DoubleSupplier price) {
        DoubleSupplier factor = Contracts.factor(c, plan, accelerator.name());
        return () -> price.getAsDouble() * factor.getAsDouble();
    }

    private static Optional<DoubleSupplier> price(
            Calculation c, AcceleratorSpec accelerator, Purchase kind, Facts facts) {
        Stated<Uncertain<PricePerHour>> onDemand = Accelerators.price(accelerator, facts);
        Optional<Stated<Uncertain<PricePerHour>>> own =
                kind == Purchase.ON_DEMAND
                        ? Optional.of(onDemand)
                        : Optional.ofNullable(accelerator.prices().get(kind));
        Stated<Uncertain<PricePerHour>> stated = own.orElse(onDemand);
        String meaning =
                "price "
                        + (own.isEmpty() || kind == Purchase.ON_DEMAND ? "on demand" : kind.word())
                        + " of "
                        + accelerator.name();
        Calculation.Term price = c.range("price", meaning, stated);
        DoubleSupplier discounted =
                own.isPresent()
                        ? price::value
                        : of(price, c.plainPrior("price_kind", facts, "price." + kind.word()));
        DoubleSupplier wasted = kind == Purchase.SPOT ? wasted(c, accelerator, facts) : () -> 1;
        return Exchange.rate(c, facts.plan(), stated.value().likely().currency())
                .map(
                        rate ->
                                () ->
                                        discounted.getAsDouble()
                                                * wasted.getAsDouble()
                                                * rate.getAsDouble());
    }

    private static DoubleSupplier of(Calculation.Term price, Calculation.Term share) {
        return () -> price.value() * share.value();
    }

    /** Hours paid for each hour of use: what an interruption loses, so often an hour. */
    private static DoubleSupplier wasted(Calculation c, AcceleratorSpec accelerator, Facts facts) {
        Calculation.Term often =
                accelerator
                        .interrupted()
                        .map(
                                i ->
                                        c.range(
                                                "i",
                                                "interruptions an hour",
                                                new Stated<>(i, Accelerators.origin(accelerator))))
                        .orElseGet(() -> c.constant("i", facts, "spot.interrupted"));
        Calculation.Term lost = c.constant("l", facts, "spot.lost");
        return () -> 1 + often.value() * lost.value();
    }
}
