package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Approval;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Subject;
import dev.groundplan.core.plan.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The day before which a step must not begin lies before the first day of the project. */
public final class EarliestDayPassed implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return Stream.of(
                        plan.stages(),
                        plan.augmentation().steps(),
                        plan.tasks().tasks(),
                        plan.tasks().approvals(),
                        plan.tasks().milestones())
                .<Subject>flatMap(List::stream)
                .flatMap(
                        step ->
                                notBefore(step)
                                        .filter(day -> day.value().isBefore(plan.firstDay()))
                                        .map(day -> finding(step, day, plan))
                                        .stream());
    }

    private static Optional<Stated<LocalDate>> notBefore(Subject step) {
        return switch (step) {
            case Stage s -> s.notBefore();
            case AugmentationStep s -> s.notBefore();
            case Task t -> t.notBefore();
            case Approval a -> a.notBefore();
            case Milestone m -> m.notBefore();
            default -> Optional.empty();
        };
    }

    private Finding finding(Subject step, Stated<LocalDate> day, Plan plan) {
        return finding(
                day.range(),
                step.id(),
                Message.of(
                        name(),
                        "{step} is not to begin before {day}, but nothing does: the project begins"
                                + " on {start}. Name a later day, or take it away.",
                        "step",
                        step.name(),
                        "day",
                        day.value().toString(),
                        "start",
                        plan.firstDay().toString()),
                List.of(
                        Fix.of(
                                "Take the day away",
                                new Change.Remove(step.id(), Optional.of("not-before")))));
    }
}
