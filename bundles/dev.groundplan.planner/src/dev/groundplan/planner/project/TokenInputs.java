package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.estimators.GateEstimation;
import dev.groundplan.estimators.RetrievalEstimation;
import dev.groundplan.planner.simulation.CostPart;
import dev.groundplan.planner.simulation.ModelBuilder;
import java.util.OptionalInt;

/** What is paid until release for what models read: corpora that are embedded, answers judged. */
record TokenInputs(ProjectModel project, ModelBuilder builder, Facts facts) {
    /**
     * @param rounds input of the rounds until the gate, where there are any
     */
    void add(Plan plan, OptionalInt rounds) {
        plan.augmentation().steps().forEach(this::embedding);
        plan.evaluation().gates().forEach(gate -> judging(gate, rounds));
    }

    private void embedding(AugmentationStep step) {
        facts.get(RetrievalEstimation.class, step)
                .flatMap(RetrievalEstimation::cost)
                .ifPresent(
                        cost ->
                                builder.part(new CostPart(cost.key(), cost.title()))
                                        .cost(
                                                Ratio.ONE,
                                                project.price(
                                                        step.name(), "embedding cost", cost)));
    }

    /** In every round. */
    private void judging(Gate gate, OptionalInt rounds) {
        facts.get(GateEstimation.class, gate).stream()
                .flatMap(known -> known.judging().stream())
                .forEach(
                        once -> {
                            int price = project.price(gate.name(), once.title(), once);
                            builder.part(
                                    new CostPart(once.key(), once.title().replace(" once", "")));
                            if (rounds.isPresent()) {
                                builder.cost(Ratio.ONE, price, rounds.getAsInt());
                            } else {
                                builder.cost(Ratio.ONE, price);
                            }
                        });
    }
}
