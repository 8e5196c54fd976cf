package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.Stated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Metrics that fit the project's tasks, and the data to measure them on. */
final class TaskMetrics {
    private static final String NEW_DATASET = "held-out";

    private TaskMetrics() {}

    /** Those of the catalogue that measure this task, the usual one first. */
    static List<MetricSpec> of(String task, Plan plan) {
        return plan.catalogue().metrics().values().stream()
                .filter(metric -> metric.tasks().contains(task))
                .toList();
    }

    /** The usual metric of the project's first task that has one, else the most general. */
    static Optional<MetricSpec> usual(Plan plan) {
        return Stated.values(plan.scope().tasks()).stream()
                .flatMap(task -> of(task, plan).stream())
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

    /** A gate with this metric, and the dataset that it needs where the project has none. */
    static List<Change> newGate(String name, List<String> of, MetricSpec metric, Plan plan) {
        List<Change> changes = new ArrayList<>();
        String on = data(plan, changes);
        List<Gate> gates = plan.evaluation().gates();
        String gate = free(name, gates.stream().map(Gate::name).toList());
        String checked = of.isEmpty() ? "" : "of " + String.join(", ", of) + "  ";
        changes.add(
                new Change.Insert(
                        plan.id().child("evaluation"),
                        "gate " + gate + " { " + checked + measured(metric, on) + " }"));
        return changes;
    }

    static String measured(MetricSpec metric, String on) {
        return "metric " + metric.name() + " on " + on;
    }

    /** The project's evaluation data; a new dataset where there is none. */
    static String data(Plan plan, List<Change> changes) {
        return Datasets.of(plan, Purpose.EVALUATION)
                .findFirst()
                .map(Dataset::name)
                .orElseGet(
                        () -> {
                            String name = free(NEW_DATASET, Datasets.names(plan));
                            changes.add(Datasets.insert(plan, name, Purpose.EVALUATION));
                            return name;
                        });
    }

    /** The name, with a number behind it when it is taken. */
    static String free(String name, List<String> taken) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? name : name + "-" + n)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }
}
