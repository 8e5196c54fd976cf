package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.TuningStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A step that changes what the model answers, after which nobody looks at the answers. */
public final class NoEvaluation implements Rule {
    private static final String NEW_GATE = "quality";
    private static final String NEW_DATASET = "held-out";

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
                .filter(stage -> !isEvaluated(stage, plan.evaluation()))
                .map(stage -> finding(stage, plan));
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

    /** Empty when the catalogue knows no metric for any of the project's tasks. */
    private static Optional<Fix> newGate(Stage stage, Plan plan) {
        return metric(plan).map(metric -> newGate(stage, plan, metric));
    }

    private static Fix newGate(Stage stage, Plan plan, MetricSpec metric) {
        List<Change> changes = new ArrayList<>();
        Optional<Dataset> examples = evaluationData(plan);
        String on = examples.map(Dataset::name).orElseGet(() -> free(NEW_DATASET, datasets(plan)));
        if (examples.isEmpty()) {
            changes.add(
                    new Change.Insert(
                            plan.id().child("data"), "dataset " + on + " { purpose evaluation }"));
        }
        List<Gate> gates = plan.evaluation().gates();
        String of = gates.isEmpty() ? "" : "of " + stage.name() + "  ";
        String gate = free(NEW_GATE, gates.stream().map(Gate::name).toList());
        SubjectId evaluation = plan.id().child("evaluation");
        changes.add(
                new Change.Insert(
                        evaluation,
                        "gate "
                                + gate
                                + " { "
                                + of
                                + "metric "
                                + metric.name()
                                + " on "
                                + on
                                + " }"));
        Fix fix = new Fix("Add a gate with " + metric.name(), changes, new TreeMap<>());
        return fix.bringing("to do", "set the target that decides");
    }

    /** The first metric of the catalogue for the project's first task that has one. */
    private static Optional<MetricSpec> metric(Plan plan) {
        Stream<String> tasks = plan.scope().tasks().stream();
        return tasks.flatMap(
                        task ->
                                plan.catalogue().metrics().values().stream()
                                        .filter(metric -> metric.tasks().contains(task)))
                .findFirst()
                .or(() -> mostGeneral(plan));
    }

    private static Optional<MetricSpec> mostGeneral(Plan plan) {
        return plan.catalogue().metrics().values().stream()
                .filter(MetricSpec::higherIsBetter)
                .max(
                        Comparator.comparingInt((MetricSpec m) -> m.tasks().size())
                                .thenComparing(MetricSpec::name, Comparator.reverseOrder()));
    }

    private static Optional<Dataset> evaluationData(Plan plan) {
        return plan.datasets().stream()
                .filter(
                        data ->
                                data.purpose()
                                        .filter(p -> p.value() == Purpose.EVALUATION)
                                        .isPresent())
                .findFirst();
    }

    private static List<String> datasets(Plan plan) {
        return plan.datasets().stream().map(Dataset::name).toList();
    }

    /** The name, with a number behind it when it is taken. */
    private static String free(String name, List<String> taken) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? name : name + "-" + n)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }
}
