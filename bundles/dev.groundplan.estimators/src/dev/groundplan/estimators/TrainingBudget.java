package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** How much computing the build budget buys, if all of it went there. */
final class TrainingBudget {
    private static final double SECONDS_AN_HOUR = 3600;

    private TrainingBudget() {}

    static Optional<Estimate<Flop>> flop(PretrainStage stage, Facts facts) {
        Optional<Stated<Money>> budget = facts.plan().scope().budget().build();
        Optional<TrainingTimeEstimation> time = facts.get(TrainingTimeEstimation.class, stage);
        Optional<Stated<FlopPerSecond>> peak =
                time.flatMap(t -> Accelerators.peak(t.accelerator()));
        if (budget.isEmpty() || peak.isEmpty()) {
            return Optional.empty();
        }
        Stated<Uncertain<PricePerHour>> price = Accelerators.price(time.get().accelerator(), facts);
        Calculation c =
                new Calculation(
                        TrainingFeasibility.class.getSimpleName(),
                        "C = budget / (price·(1 + u)·R) · 3600 · P · MFU");
        Calculation.Term money = c.exact("budget", "build budget", budget.get());
        Calculation.Term p =
                c.range("price", "price on demand of " + time.get().accelerator().name(), price);
        Calculation.Term idle = c.plainPrior("u", facts, "training.idle");
        Calculation.Term runs = c.result("R", time.get().runs());
        Calculation.Term rate = c.exact("P", "dense 16-bit peak", peak.get());
        Calculation.Term share = c.result("MFU", time.get().utilisation());
        boolean same = budget.get().value().currency().equals(price.value().likely().currency());
        return !same
                ? Optional.empty()
                : c.note("as if nobody were paid for the rest of the project")
                        .of(
                                Keys.of(stage).key("scaling", "budget", "flop"),
                                "Computing that the build budget buys at most",
                                Flop::new,
                                () ->
                                        money.value()
                                                / (p.value()
                                                        * (1 + idle.value())
                                                        * Math.max(1, runs.value()))
                                                * SECONDS_AN_HOUR
                                                * rate.value()
                                                * share.value());
    }
}
