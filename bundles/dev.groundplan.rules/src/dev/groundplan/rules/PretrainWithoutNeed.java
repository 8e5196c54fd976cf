package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Breadth;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.TrainingCostEstimation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model trained from scratch where nothing in the file calls for one. */
public final class PretrainWithoutNeed implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().stages(PretrainStage.class).stream()
                // going on from a model is adaptation, not a new start
                .filter(stage -> stage.base().isEmpty())
                .flatMap(stage -> finding(stage, facts).stream());
    }

    private Optional<Finding> finding(PretrainStage stage, Facts facts) {
        Plan plan = facts.plan();
        List<String> reasons = new ArrayList<>();
        plan.scope()
                .breadth()
                .filter(breadth -> breadth.value() == Breadth.FOCUSED)
                .ifPresent(b -> reasons.add("the use case is focused"));
        Optional<Uncertain<Money>> cost =
                facts.get(TrainingCostEstimation.class, stage).map(c -> c.cost().value());
        plan.scope()
                .budget()
                .build()
                .filter(cap -> cost.filter(c -> exceeds(c, cap.value())).isPresent())
                .ifPresent(
                        cap ->
                                reasons.add(
                                        "training alone costs "
                                                + cost.orElseThrow().likely()
                                                + ", and the whole project may cost "
                                                + cap.value()));
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        List<ModelSpec> existing = existing(stage, plan);
        return Optional.of(
                finding(
                        stage.range(),
                        stage.id(),
                        Message.of(
                                name(),
                                "{model} is trained from scratch, but {reasons}.{nearest}",
                                "model",
                                stage.name(),
                                "reasons",
                                Wording.allOf(reasons),
                                "nearest",
                                existing.isEmpty()
                                        ? ""
                                        : " "
                                                + existing.getFirst().name()
                                                + " is there already, and can be adapted."),
                        fixes(stage, existing, plan)));
    }

    private static boolean exceeds(Uncertain<Money> cost, Money cap) {
        return cost.likely().currency().equals(cap.currency()) && cost.likely().compareTo(cap) > 0;
    }

    private static List<ModelSpec> existing(PretrainStage stage, Plan plan) {
        return OtherModels.like(stage, plan);
    }

    /** In place of the block, where the project has one model. */
    private static List<Fix> fixes(PretrainStage stage, List<ModelSpec> existing, Plan plan) {
        if (plan.models().size() != 1) {
            return List.of();
        }
        SubjectId choice = plan.models().getFirst().id();
        return existing.stream()
                .map(
                        model ->
                                Fix.of(
                                                "Start from " + model.name(),
                                                new Change.Remove(stage.id(), Optional.empty()),
                                                new Change.Insert(
                                                        choice, "existing " + model.name()))
                                        .bringing("cost", "no training from scratch"))
                .toList();
    }
}
