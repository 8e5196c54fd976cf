package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Phase;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rollout in which nothing can stop what goes wrong before it reaches everybody. */
public final class NoRollback implements Rule {
    private static final String FIRST = "canary";
    private static final String LAST = "full";

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        List<Phase> phases = plan.operation().phases();
        if (phases.isEmpty()) {
            Count many = facts.prior("practice.staged-users", Dimension.COUNT).likely();
            return plan.scope().users().stream()
                    .filter(users -> plan.operation().range().isKnown())
                    .filter(users -> users.value().likely().compareTo(many) >= 0)
                    .map(users -> none(plan, users.value().likely(), many));
        }
        boolean isPartial =
                phases.size() == 1
                        && phases.getFirst().share().filter(s -> s.value().value() < 1).isPresent();
        List<Phase> before = phases.subList(0, phases.size() - 1);
        boolean isDecided = before.stream().anyMatch(phase -> !phase.until().isEmpty());
        return isPartial || isDecided
                ? Stream.empty()
                : Stream.of(before.isEmpty() ? single(plan) : undecided(before.getLast(), plan));
    }

    private Finding none(Plan plan, Count users, Count many) {
        return finding(
                plan.operation().range(),
                plan.id().child("operation"),
                Message.of(
                        name() + ".none",
                        "All {users} users get the application on one day; from {many} on let a"
                                + " small share have it first, and a gate decide.",
                        "users",
                        users.toString(),
                        "many",
                        many.toString()),
                List.of(staged(plan, List.of())));
    }

    private Finding single(Plan plan) {
        Phase only = plan.operation().phases().getFirst();
        boolean isPlain = only.label().isEmpty() && only.duration().isEmpty();
        return finding(
                only.range(),
                only.id(),
                Message.of(
                        name() + ".single",
                        "{phase} is the only phase: everybody gets the application at once, and"
                                + " nothing is left to go back to. Let a small share have it first,"
                                + " and a gate decide.",
                        "phase",
                        only.name()),
                isPlain
                        ? List.of(
                                staged(
                                        plan,
                                        List.of(new Change.Remove(only.id(), Optional.empty()))))
                        : List.of());
    }

    private static Fix staged(Plan plan, List<Change> first) {
        List<Change> changes = new ArrayList<>(first);
        String gate = gate(plan, changes);
        SubjectId operation = plan.id().child("operation");
        changes.add(
                new Change.Insert(
                        operation,
                        "phase "
                                + FIRST
                                + " { share 5 %  until "
                                + gate
                                + " }\nphase "
                                + LAST
                                + " { share 100 % }"));
        return new Fix("Begin with 5 % until " + gate, changes);
    }

    private Finding undecided(Phase last, Plan plan) {
        List<Change> changes = new ArrayList<>();
        String gate = gate(plan, changes);
        changes.add(new Change.Set(last.id(), "until", gate));
        return finding(
                last.range(),
                last.id(),
                Message.of(
                        name() + ".undecided",
                        "After {phase} everybody gets the application, whatever it has shown: no"
                                + " phase ends by a gate. Let one decide whether to go on.",
                        "phase",
                        last.name()),
                List.of(new Fix("Let " + gate + " end " + last.name(), changes)));
    }

    /** The first gate; a new one where the project has none. */
    private static String gate(Plan plan, List<Change> changes) {
        List<Gate> gates = plan.evaluation().gates();
        Optional<MetricSpec> metric = TaskMetrics.usual(plan);
        if (gates.isEmpty() && metric.isPresent()) {
            changes.addAll(TaskMetrics.newGate("quality", List.of(), metric.get(), plan));
        }
        return gates.isEmpty() ? "quality" : gates.getFirst().name();
    }
}
