package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.FeedbackMethod;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Learning from preferences of which there are none, and none planned. */
public final class PreferenceDataMissing implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.stages(ReinforceStage.class).stream()
                .filter(PreferenceDataMissing::learnsFromPreferences)
                .filter(stage -> stage.preferences().isEmpty())
                .filter(stage -> stage.on().stream().noneMatch(PreferenceDataMissing::mayCompare))
                .map(stage -> finding(stage, plan));
    }

    /**
     * A program or another model rewards answers by itself; so does a reward model that is there.
     */
    static boolean learnsFromPreferences(ReinforceStage stage) {
        boolean people =
                stage.feedback().map(f -> f.value() == ReinforceStage.Feedback.HUMAN).orElse(true);
        return switch (stage.method().map(Stated::value).orElse(null)) {
            case FeedbackMethod.Dpo dpo -> true;
            case FeedbackMethod.Ppo ppo -> people && ppo.rewardModel().isEmpty();
            case FeedbackMethod.Grpo grpo ->
                    stage.feedback()
                            .filter(f -> f.value() == ReinforceStage.Feedback.HUMAN)
                            .isPresent();
            case null -> people;
        };
    }

    /** Pairs, or data of which the file does not say what it is for. */
    static boolean mayCompare(Dataset data) {
        return data.purpose().isEmpty() || Datasets.isFor(data, Purpose.PREFERENCE);
    }

    /** The preferences that are there, each to learn from; else a dataset of them. */
    static List<Fix> fixes(ReinforceStage stage, Plan plan) {
        List<Dataset> there = Datasets.of(plan, Purpose.PREFERENCE).toList();
        return there.isEmpty()
                ? List.of(withNewData(stage, plan))
                : there.stream().map(data -> with(stage, data)).toList();
    }

    private Finding finding(ReinforceStage stage, Plan plan) {
        return finding(
                stage.range(),
                stage.id(),
                Message.of(
                        name(),
                        "{stage} learns which of two answers is better, and nothing says so: {on}."
                                + " Name a dataset of preferences, or say how many are to be"
                                + " labelled (`preferences 4k pairs`).",
                        "stage",
                        stage.name(),
                        "on",
                        on(stage)),
                fixes(stage, plan));
    }

    /** What the stage learns from, in words. */
    static String on(ReinforceStage stage) {
        return stage.on().isEmpty()
                ? "it names no data and plans no labelling"
                : stage.on().stream()
                        .map(
                                data ->
                                        data.name()
                                                + " is "
                                                + data.purpose()
                                                        .map(p -> p.value().word())
                                                        .orElse("other")
                                                + " data")
                        .collect(Collectors.joining(", "));
    }

    private static Fix with(ReinforceStage stage, Dataset data) {
        return Fix.of("Learn from " + data.name(), new Change.Set(stage.id(), "on", data.name()));
    }

    private static Fix withNewData(ReinforceStage stage, Plan plan) {
        String name = TaskMetrics.free("preferences", Datasets.names(plan));
        return new Fix(
                        "Add a dataset of preferences",
                        List.of(
                                Datasets.insert(plan, name, Purpose.PREFERENCE),
                                new Change.Set(stage.id(), "on", name)))
                .bringing("to do", "say how many there are, and where from");
    }
}
