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
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Examples that a gate measures with are among those that the model has learnt. */
public final class ContaminatedEvaluation implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.stages().stream()
                .filter(ContaminatedEvaluation::teaches)
                .flatMap(
                        stage ->
                                stage.on().stream()
                                        .filter(data -> isMeasuredWith(data, plan))
                                        .map(data -> finding(stage, data, plan)));
    }

    /** Calibration sets scales and teaches nothing. */
    private static boolean teaches(Stage stage) {
        return !(stage instanceof CompressionStage step)
                || step.kind() == CompressionStage.Kind.DISTIL;
    }

    private static boolean isMeasuredWith(Dataset data, Plan plan) {
        return Datasets.isFor(data, Purpose.EVALUATION) || !gates(data, plan).isEmpty();
    }

    private static List<String> gates(Dataset data, Plan plan) {
        return plan.evaluation().gates().stream()
                .filter(
                        gate ->
                                gate.measurements().stream()
                                        .anyMatch(m -> m.on().filter(data::equals).isPresent()))
                .map(Gate::name)
                .toList();
    }

    private Finding finding(Stage stage, Dataset data, Plan plan) {
        List<String> gates = gates(data, plan);
        return finding(
                stage.range(),
                stage.id(),
                Message.of(
                        name(),
                        "{stage} learns from {data}, {use}: the score would show what the model"
                                + " remembers, not what it can do. Keep the two apart.",
                        "stage",
                        stage.name(),
                        "data",
                        data.name(),
                        "use",
                        gates.isEmpty()
                                ? "which is there to evaluate"
                                : "with which " + Wording.allOf(gates) + " measures"),
                fix(stage, data, plan).stream().toList());
    }

    /** The other datasets of the stage, else the only one that is for this. */
    private static Optional<Fix> fix(Stage stage, Dataset data, Plan plan) {
        List<String> left =
                stage.on().stream()
                        .filter(other -> !isMeasuredWith(other, plan))
                        .map(Dataset::name)
                        .toList();
        List<String> meant =
                left.isEmpty()
                        ? plan.datasets().stream()
                                .filter(other -> !isMeasuredWith(other, plan))
                                .filter(other -> Datasets.isFor(other, purpose(stage)))
                                .map(Dataset::name)
                                .toList()
                        : left;
        return meant.isEmpty() || left.isEmpty() && meant.size() > 1
                ? Optional.empty()
                : Optional.of(
                        Fix.of(
                                left.isEmpty()
                                        ? "Learn from " + meant.getFirst() + " instead"
                                        : "Learn from " + Wording.allOf(left) + " only",
                                new Change.Set(stage.id(), "on", String.join(", ", meant))));
    }

    private static Purpose purpose(Stage stage) {
        return switch (stage) {
            case PretrainStage pretrain -> Purpose.PRE_TRAINING;
            case ReinforceStage reinforce -> Purpose.PREFERENCE;
            default -> Purpose.TUNING;
        };
    }
}
