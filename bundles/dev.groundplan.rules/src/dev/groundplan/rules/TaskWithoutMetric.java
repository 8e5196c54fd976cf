package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A task of the application whose quality nothing measures. */
public final class TaskWithoutMetric implements Rule {
    private static final int MOST_OFFERED = 3;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.scope().tasks().stream()
                .filter(task -> !TaskMetrics.of(task.value(), plan).isEmpty())
                .filter(task -> !isMeasured(task.value(), plan))
                .map(task -> finding(task, plan));
    }

    /** A metric that the catalogue does not know may measure anything. */
    private static boolean isMeasured(String task, Plan plan) {
        boolean gated =
                plan.evaluation().gates().stream()
                        .flatMap(gate -> gate.measurements().stream())
                        .anyMatch(
                                measured ->
                                        measured.spec()
                                                .map(spec -> spec.tasks().contains(task))
                                                .orElse(true));
        return gated
                || plan.evaluation().benchmarks().stream()
                        .map(run -> plan.catalogue().benchmarks().get(run.benchmark()))
                        .anyMatch(spec -> spec != null && spec.tasks().contains(task));
    }

    private Finding finding(Stated<String> task, Plan plan) {
        List<MetricSpec> metrics =
                TaskMetrics.of(task.value(), plan).stream().limit(MOST_OFFERED).toList();
        return finding(
                task.range(),
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "Nothing measures {task}: {now}. {metrics} would.",
                        "task",
                        task.value(),
                        "now",
                        measuredNow(plan),
                        "metrics",
                        Wording.anyOf(metrics.stream().map(MetricSpec::name).toList())),
                metrics.stream().map(metric -> fix(metric, plan)).toList());
    }

    private static String measuredNow(Plan plan) {
        List<String> measured =
                plan.evaluation().gates().stream()
                        .flatMap(gate -> gate.measurements().stream())
                        .map(Measurement::metric)
                        .distinct()
                        .toList();
        return measured.isEmpty()
                ? "the project has no gate with a metric"
                : "its gates measure " + Wording.allOf(measured);
    }

    private static Fix fix(MetricSpec metric, Plan plan) {
        List<Change> changes = new ArrayList<>();
        Optional<Gate> gate = plan.evaluation().gates().stream().findFirst();
        if (gate.isPresent()) {
            String on =
                    gate.get().measurements().stream()
                            .flatMap(measured -> measured.on().stream())
                            .findFirst()
                            .map(Dataset::name)
                            .orElseGet(() -> TaskMetrics.data(plan, changes));
            changes.add(new Change.Insert(gate.get().id(), TaskMetrics.measured(metric, on)));
        } else {
            changes.addAll(TaskMetrics.newGate("quality", List.of(), metric, plan));
        }
        return new Fix("Measure it by " + metric.name(), changes)
                .bringing("to do", "set the target that decides");
    }
}
