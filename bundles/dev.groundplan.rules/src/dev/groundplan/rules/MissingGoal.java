package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.stream.Stream;

/** A project of which everything is said but what it is for. */
public final class MissingGoal implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        boolean stated = plan.scope().goal().filter(g -> !g.value().isBlank()).isPresent();
        return stated || !Brief.isWritten(plan) ? Stream.empty() : Stream.of(finding(plan));
    }

    private Finding finding(Plan plan) {
        List<String> measured = measured(plan);
        return finding(
                plan.scope().goal().map(Stated::range).orElse(plan.scope().range()),
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "Nothing says what {project} is for. It does {tasks}, and {gates}; what"
                                + " that changes for whom is open. State the outcome and its"
                                + " number, such as `goal \"Resolve 60 % of tier-1 tickets without"
                                + " a human\"`.",
                        "project",
                        plan.name(),
                        "tasks",
                        Wording.allOf(Stated.values(plan.scope().tasks())),
                        "gates",
                        measured.isEmpty()
                                ? "no gate sets a target"
                                : "its gates ask for " + Wording.allOf(measured)),
                measured.isEmpty() ? List.of() : List.of(fix(measured, plan)));
    }

    /** {@code 78 % exact-match}: what the gates ask for. */
    private static List<String> measured(Plan plan) {
        return plan.evaluation().gates().stream()
                .flatMap(gate -> gate.measurements().stream())
                .flatMap(m -> m.target().stream().map(t -> t.value() + " " + m.metric()))
                .distinct()
                .toList();
    }

    /** The one aim that the file does state. */
    private static Fix fix(List<String> measured, Plan plan) {
        String goal =
                "Reach "
                        + Wording.allOf(measured)
                        + " in "
                        + Wording.allOf(Stated.values(plan.scope().tasks()));
        return Fix.of(
                        "Make the targets of the gates the goal",
                        new Change.Set(plan.id().child("scope"), "goal", "\"" + goal + "\""))
                .bringing("to do", "say what that changes for whom");
    }
}
