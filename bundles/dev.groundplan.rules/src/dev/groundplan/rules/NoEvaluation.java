package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step that changes what the model answers, after which nobody looks at the answers. */
public final class NoEvaluation implements Rule {
    private static final String NEW_GATE = "quality";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.stages().stream()
                // a new model is evaluated where it is aligned or deployed
                .filter(stage -> !(stage instanceof PretrainStage))
                .filter(stage -> !isQuantisedBehindGates(stage, plan.evaluation()))
                .filter(stage -> !isEvaluated(stage, plan.evaluation()))
                .map(stage -> finding(stage, plan));
    }

    /** That is a finding of its own, {@link QuantisedWithoutEvaluation}. */
    private static boolean isQuantisedBehindGates(Stage stage, Evaluation evaluation) {
        return stage instanceof CompressionStage step
                && step.kind() == CompressionStage.Kind.QUANTISE
                && !evaluation.gates().isEmpty();
    }

    /** Benchmarks and human review look at the model as it is in the end, after every step. */
    private static boolean isEvaluated(Stage stage, Evaluation evaluation) {
        return evaluation.gates().stream().anyMatch(gate -> gate.covers(stage))
                || !evaluation.benchmarks().isEmpty()
                || evaluation.human().isPresent();
    }

    private Finding finding(Stage stage, Plan plan) {
        List<Gate> gates = plan.evaluation().gates();
        List<Fix> fixes = new ArrayList<>();
        gates.forEach(gate -> fixes.add(extended(gate, stage)));
        newGate(stage, plan).ifPresent(fixes::add);
        return finding(
                stage.range(),
                stage.id(),
                Message.of(
                        name() + (gates.isEmpty() ? ".none" : ".elsewhere"),
                        "{stage} {changes}, and {evaluations}: nothing would show whether the"
                                + " answers became better or worse. A gate after it would.",
                        "stage",
                        stage.name(),
                        "changes",
                        changes(stage),
                        "evaluations",
                        evaluations(gates)),
                fixes);
    }

    private static String changes(Stage stage) {
        return switch (stage) {
            case PromptStage prompt -> "changes the prompt";
            case TuningStage tuning -> "changes the model";
            case ReinforceStage reinforce -> "changes the model";
            case PretrainStage pretrain -> "makes a new model";
            case CompressionStage compression -> "changes the weights";
        };
    }

    private static String evaluations(List<Gate> gates) {
        return switch (gates.size()) {
            case 0 -> "the project evaluates nothing";
            case 1 -> "the only gate, " + named(gates.getFirst()) + ", does not check it";
            default ->
                    "none of the "
                            + gates.size()
                            + " gates checks it: "
                            + Wording.allOf(gates.stream().map(NoEvaluation::named).toList());
        };
    }

    private static String named(Gate gate) {
        return gate.name() + " (of " + String.join(", ", gate.of()) + ")";
    }

    private static Fix extended(Gate gate, Stage stage) {
        List<String> stages = new ArrayList<>(gate.of());
        stages.add(stage.name());
        return Fix.of(
                "Let " + gate.name() + " check it too",
                new Change.Set(gate.id(), "of", String.join(", ", stages)));
    }

    /** Empty when the catalogue knows no metric at all. */
    private static Optional<Fix> newGate(Stage stage, Plan plan) {
        return TaskMetrics.usual(plan).map(metric -> newGate(stage, plan, metric));
    }

    /** A gate over everything; empty when the catalogue knows no metric at all. */
    static Optional<Fix> firstGate(Plan plan) {
        return TaskMetrics.usual(plan).map(metric -> newGate(List.of(), plan, metric));
    }

    private static Fix newGate(Stage stage, Plan plan, MetricSpec metric) {
        boolean first = plan.evaluation().gates().isEmpty();
        return newGate(first ? List.of() : List.of(stage.name()), plan, metric);
    }

    private static Fix newGate(List<String> of, Plan plan, MetricSpec metric) {
        return new Fix(
                        "Add a gate with " + metric.name(),
                        TaskMetrics.newGate(NEW_GATE, of, metric, plan))
                .bringing("to do", "set the target that decides");
    }
}
