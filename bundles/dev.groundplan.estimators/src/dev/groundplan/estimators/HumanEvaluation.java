package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.HumanReview;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Dimension;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** People who read answers until release. */
public final class HumanEvaluation implements Estimator<Plan, LabourEstimation> {
    private static final String NAME = HumanEvaluation.class.getSimpleName();

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<LabourEstimation> estimation() {
        return LabourEstimation.class;
    }

    @Override
    public Optional<LabourEstimation> estimate(Plan plan, Facts facts) {
        return plan.evaluation()
                .human()
                .filter(h -> h.samples().isPresent())
                .flatMap(h -> estimate(h, facts));
    }

    private static Optional<LabourEstimation> estimate(HumanReview human, Facts facts) {
        Calculation c = new Calculation(NAME, "E = n·t·rounds");
        Calculation.Term n = c.range("n", "answers that people read", human.samples().get());
        Calculation.Term each =
                human.time()
                        .map(time -> c.range("t", "time of an answer", time))
                        .orElseGet(() -> c.prior("t", facts, "review.answer", Dimension.TIME));
        DoubleSupplier rounds = rounds(c, human, facts);
        return new LabourFormula(
                        NAME,
                        new Keys("evaluation", "human"),
                        "effort",
                        "reading answers until release",
                        human.by().orElse("reviewer"),
                        facts)
                .estimate(c, () -> n.value() * each.value() * rounds.getAsDouble());
    }

    private static DoubleSupplier rounds(Calculation c, HumanReview human, Facts facts) {
        boolean eachRound =
                human.every().filter(e -> e.value() == HumanReview.Every.ROUND).isPresent();
        if (!eachRound) {
            c.note("once until release; what is read later is part of operation");
            return () -> 1;
        }
        return facts.plan()
                .iteration()
                .flatMap(Iteration::rounds)
                .<DoubleSupplier>map(r -> c.range("rounds", "rounds until the gate", r)::value)
                .orElseGet(() -> c.plainPrior("rounds", facts, "iteration.rounds")::value);
    }
}
