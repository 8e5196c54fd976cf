package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Breadth;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A breadth that the tasks of the application do not bear out. */
public final class VagueScope implements Rule {
    /** Tasks that are no narrower than language itself. */
    private static final Set<String> BROAD = Set.of("text-generation", "dialogue");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        int most = (int) facts.prior("practice.focused-tasks", Dimension.COUNT).likely().value();
        List<String> tasks = Stated.values(plan.scope().tasks()).stream().distinct().toList();
        return plan.scope().breadth().stream()
                .flatMap(
                        breadth ->
                                switch (breadth.value()) {
                                    case GENERAL -> tooBroad(breadth, tasks, plan).stream();
                                    case FOCUSED -> tooNarrow(breadth, tasks, most, plan).stream();
                                });
    }

    private Optional<Finding> tooBroad(Stated<Breadth> breadth, List<String> tasks, Plan plan) {
        return tasks.size() != 1 || BROAD.contains(tasks.getFirst())
                ? Optional.empty()
                : Optional.of(
                        finding(
                                breadth.range(),
                                plan.id().child("scope"),
                                Message.of(
                                        name() + ".general",
                                        "The scope is general, and its one task is {task}. A model"
                                                + " for that alone is smaller, and one gate can"
                                                + " measure it: the breadth is focused, or tasks"
                                                + " are missing.",
                                        "task",
                                        tasks.getFirst()),
                                fixes(Breadth.FOCUSED, plan)));
    }

    private Optional<Finding> tooNarrow(
            Stated<Breadth> breadth, List<String> tasks, int most, Plan plan) {
        return tasks.size() <= most
                ? Optional.empty()
                : Optional.of(
                        finding(
                                breadth.range(),
                                plan.id().child("scope"),
                                Message.of(
                                        name() + ".focused",
                                        "The scope is focused, and has {count} tasks: {tasks}."
                                                + " Focused is usual for up to {most}. Drop what"
                                                + " the goal does not need, or plan for a general"
                                                + " scope.",
                                        "count",
                                        Integer.toString(tasks.size()),
                                        "tasks",
                                        Wording.allOf(tasks),
                                        "most",
                                        Integer.toString(most)),
                                fixes(Breadth.GENERAL, plan)));
    }

    private static List<Fix> fixes(Breadth breadth, Plan plan) {
        return List.of(
                Fix.of(
                        "Call it " + breadth.word(),
                        new Change.Set(plan.id().child("scope"), "breadth", breadth.word())));
    }
}
