package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.FeedbackMethod;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PPO on the judgement of a model that nobody names, and without pairs from which one could be
 * trained. Where people are to judge, {@link PreferenceDataMissing} says what is missing.
 */
public final class RewardModelMissing implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.stages(ReinforceStage.class).stream()
                .filter(RewardModelMissing::isJudgedByAModel)
                .filter(RewardModelMissing::hasNoModel)
                .filter(stage -> stage.preferences().isEmpty())
                .filter(stage -> stage.on().stream().noneMatch(PreferenceDataMissing::mayCompare))
                .map(stage -> finding(stage, plan));
    }

    private static boolean isJudgedByAModel(ReinforceStage stage) {
        return stage.feedback().filter(f -> f.value() == ReinforceStage.Feedback.AI).isPresent();
    }

    private static boolean hasNoModel(ReinforceStage stage) {
        return stage.method().map(Stated::value).stream()
                .anyMatch(m -> m instanceof FeedbackMethod.Ppo ppo && ppo.rewardModel().isEmpty());
    }

    private Finding finding(ReinforceStage stage, Plan plan) {
        List<Fix> fixes = new ArrayList<>(PreferenceDataMissing.fixes(stage, plan));
        Datasets.of(plan, Purpose.PREFERENCE)
                .findFirst()
                .map(
                        data ->
                                Fix.of(
                                        "Use DPO on " + data.name() + ", without a reward model",
                                        new Change.Set(stage.id(), "method", "dpo"),
                                        new Change.Set(stage.id(), "on", data.name())))
                .ifPresent(fixes::add);
        return finding(
                stage.range(),
                stage.id(),
                Message.of(
                        name(),
                        "PPO asks a reward model for a score of every answer. {stage} names none"
                                + " (`ppo { reward-model NAME }`), and has no pairs to train one"
                                + " from: {on}. Name one, or a dataset of preferences, which DPO"
                                + " could learn from directly.",
                        "stage",
                        stage.name(),
                        "on",
                        PreferenceDataMissing.on(stage)),
                fixes);
    }
}
