package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Repeat;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import java.util.List;
import java.util.stream.Stream;

/** A tuned model in operation that is never tuned again. */
public final class NoRetrainingPlan implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Operation operation = plan.operation();
        List<Stage> tuned =
                plan.stages().stream()
                        .filter(s -> s instanceof TuningStage || s instanceof ReinforceStage)
                        .toList();
        boolean isRepeated =
                operation.repeats().stream()
                        .map(Repeat::step)
                        .anyMatch(step -> tuned.stream().anyMatch(s -> s.name().equals(step)));
        return !operation.range().isKnown() || tuned.isEmpty() || isRepeated
                ? Stream.empty()
                : Stream.of(finding(tuned.getLast(), facts));
    }

    private Finding finding(Stage stage, Facts facts) {
        Plan plan = facts.plan();
        Time usual = facts.prior("practice.retrain-every", Dimension.TIME).likely();
        String every = Written.decimal(usual.months()) + " months";
        boolean isWatched = plan.operation().monitor().contains("drift");
        return finding(
                plan.operation().range(),
                plan.id().child("operation"),
                Message.of(
                        name(),
                        "{stage} is done once, and the application runs on{watched}. What users ask"
                                + " changes; plan the work, such as `repeat {stage} every {every}`.",
                        "stage",
                        stage.name(),
                        "watched",
                        isWatched ? "; drift is watched, and nothing follows from it" : "",
                        "every",
                        every),
                List.of(
                        Fix.of(
                                "Repeat " + stage.name() + " every " + every,
                                new Change.Insert(
                                        plan.id().child("operation"),
                                        "repeat " + stage.name() + " every " + every))));
    }
}
