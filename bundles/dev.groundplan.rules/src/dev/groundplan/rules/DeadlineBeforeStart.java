package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A day by which something must be reached lies before the project starts. */
public final class DeadlineBeforeStart implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        if (plan.start().isEmpty()) {
            return Stream.empty();
        }
        LocalDate start = plan.start().get();
        Stream<Finding> deadline =
                plan.scope().budget().deadline().stream()
                        .filter(day -> !day.value().isAfter(start))
                        .map(
                                day ->
                                        finding(
                                                "The deadline",
                                                day,
                                                plan.id().child("scope").child("budget"),
                                                start));
        Stream<Finding> stops =
                plan.evaluation().gates().stream().flatMap(gate -> stop(gate, start).stream());
        return Stream.concat(deadline, stops);
    }

    private List<Finding> stop(Gate gate, LocalDate start) {
        return gate.stop().flatMap(stop -> stop.by()).stream()
                .filter(day -> !day.value().isAfter(start))
                .map(day -> finding("The day to give up " + gate.name(), day, gate.id(), start))
                .toList();
    }

    private Finding finding(
            String what, Stated<LocalDate> day, SubjectId subject, LocalDate start) {
        return finding(
                day.range(),
                subject,
                Message.of(
                        name(),
                        "{what}, {day}, is not after the start of the project, {start}: nothing can"
                                + " be done by then. Name a later day, or an earlier start.",
                        "what",
                        what,
                        "day",
                        day.value().toString(),
                        "start",
                        start.toString()),
                List.of());
    }
}
