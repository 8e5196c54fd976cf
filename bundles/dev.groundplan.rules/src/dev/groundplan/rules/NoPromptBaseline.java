package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningStage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Weights are changed before anybody has seen what a prompt alone can do. */
public final class NoPromptBaseline implements Rule {
    private static final String NEW_STAGE = "baseline";

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        if (!plan.stages(PromptStage.class).isEmpty()) {
            return Stream.empty();
        }
        return plan.stages().stream()
                .filter(stage -> stage instanceof TuningStage || stage instanceof ReinforceStage)
                .findFirst()
                .map(stage -> finding(stage, plan))
                .stream();
    }

    private Finding finding(Stage stage, Plan plan) {
        String name = TaskMetrics.free(NEW_STAGE, plan.stages().stream().map(Stage::name).toList());
        List<String> after = new ArrayList<>(List.of(name));
        after.addAll(stage.after());
        return finding(
                stage.range(),
                stage.id(),
                Message.of(
                        name(),
                        "{stage} changes the model before a prompt has been tried: nothing says"
                                + " what it has to beat, or whether a prompt would do. Try one"
                                + " first.",
                        "stage",
                        stage.name()),
                List.of(
                        Fix.of(
                                "Try a prompt first",
                                new Change.Insert(
                                        plan.id().child("alignment"),
                                        "prompt " + name + " { technique zero-shot }"),
                                new Change.Set(stage.id(), "after", String.join(", ", after)))));
    }
}
