package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Approval;
import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Task;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.stream.Stream;

/** A task that takes no work, or an approval that takes no time. */
public final class NoEffort implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Stream.concat(
                facts.plan().tasks().tasks().stream().flatMap(task -> task(task).stream()),
                facts.plan().tasks().approvals().stream()
                        .flatMap(approval -> approval(approval).stream()));
    }

    private List<Finding> task(Task task) {
        return task.effort().map(Labour::amount).stream()
                .filter(NoEffort::isNothing)
                .map(
                        effort ->
                                finding(
                                        effort.range(),
                                        task.id(),
                                        Message.of(
                                                name(),
                                                "The task {name} takes no work. A point in time is"
                                                        + " a `milestone`; work takes some, such as"
                                                        + " `effort 2..3..5 days`.",
                                                "name",
                                                task.name()),
                                        List.of()))
                .toList();
    }

    private List<Finding> approval(Approval approval) {
        return approval.duration().stream()
                .filter(NoEffort::isNothing)
                .map(
                        duration ->
                                finding(
                                        duration.range(),
                                        approval.id(),
                                        Message.of(
                                                name(),
                                                "The approval {name} takes no time. One that is"
                                                        + " there already needs no block; one to wait"
                                                        + " for takes some, such as `duration 2..4..8"
                                                        + " weeks`.",
                                                "name",
                                                approval.name()),
                                        List.of()))
                .toList();
    }

    private static boolean isNothing(Stated<? extends Uncertain<?>> amount) {
        return amount.value().high().value() <= 0;
    }
}
