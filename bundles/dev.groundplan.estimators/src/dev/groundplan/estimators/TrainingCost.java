package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** What the accelerators of a training stage cost, all its runs together. */
public final class TrainingCost implements Estimator<Stage, TrainingCostEstimation> {
    private static final String NAME = TrainingCost.class.getSimpleName();

    @Override
    public Class<Stage> subject() {
        return Stage.class;
    }

    @Override
    public Class<TrainingCostEstimation> estimation() {
        return TrainingCostEstimation.class;
    }

    @Override
    public Optional<TrainingCostEstimation> estimate(Stage stage, Facts facts) {
        return facts.get(TrainingTimeEstimation.class, stage)
                .flatMap(time -> cost(stage, facts, time));
    }

    private static Optional<TrainingCostEstimation> cost(
            Stage stage, Facts facts, TrainingTimeEstimation time) {
        Stated<Uncertain<PricePerHour>> price = Accelerators.price(time.accelerator(), facts);
        Calculation c = new Calculation(NAME, "cost = H·R·(1 + u)·price");
        Calculation.Term h = c.result("H", time.hours());
        Calculation.Term r = c.result("R", time.runs());
        Calculation.Term idle = c.plainPrior("u", facts, "training.idle");
        Calculation.Term p =
                c.range("price", "price on demand of " + time.accelerator().name(), price);
        return Exchange.rate(c, facts.plan(), price.value().likely().currency())
                .flatMap(
                        rate ->
                                c.of(
                                        Keys.of(stage).key("cost"),
                                        "Cost of all runs",
                                        amount -> Exchange.money(facts.plan(), amount),
                                        () ->
                                                h.value()
                                                        * r.value()
                                                        * (1 + idle.value())
                                                        * p.value()
                                                        * rate.getAsDouble()))
                .map(TrainingCostEstimation::new);
    }
}
