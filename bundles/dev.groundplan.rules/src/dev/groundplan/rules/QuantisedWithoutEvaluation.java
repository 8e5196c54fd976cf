package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Weights made coarser after the last gate has looked at the answers. */
public final class QuantisedWithoutEvaluation implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        List<Gate> gates = plan.evaluation().gates();
        return plan.stages(CompressionStage.class).stream()
                .filter(step -> step.kind() == CompressionStage.Kind.QUANTISE)
                .filter(step -> !gates.isEmpty())
                .filter(step -> gates.stream().noneMatch(gate -> gate.covers(step)))
                .map(step -> finding(step, gates));
    }

    private Finding finding(CompressionStage step, List<Gate> gates) {
        return finding(
                step.range(),
                step.id(),
                Message.of(
                        name(),
                        "{scheme} changes every weight that is served, and {gates} only the model"
                                + " before it: what users get is not what was measured. Let a gate"
                                + " check {step} too.",
                        "scheme",
                        step.scheme().orElse("quantisation"),
                        "gates",
                        checks(gates),
                        "step",
                        step.name()),
                fixes(step, gates));
    }

    private static String checks(List<Gate> gates) {
        List<String> names =
                gates.stream()
                        .map(gate -> gate.name() + " (of " + String.join(", ", gate.of()) + ")")
                        .toList();
        return Wording.allOf(names) + (names.size() == 1 ? " checks" : " check");
    }

    /** Which of several gates should look is for the architect to say. */
    private static List<Fix> fixes(CompressionStage step, List<Gate> gates) {
        return gates.size() == 1
                ? List.of(extended(gates.getFirst(), step).safely())
                : gates.stream().map(gate -> extended(gate, step)).toList();
    }

    private static Fix extended(Gate gate, CompressionStage step) {
        List<String> stages = new ArrayList<>(gate.of());
        stages.add(step.name());
        return Fix.of(
                "Let " + gate.name() + " check it too",
                new Change.Set(gate.id(), "of", String.join(", ", stages)));
    }
}
