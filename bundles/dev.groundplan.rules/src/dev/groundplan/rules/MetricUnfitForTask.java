package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.AnswerCache;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.ReasoningStep;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.ToolUse;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A gate decides by a metric that measures none of the application's tasks. */
public final class MetricUnfitForTask implements Rule {
    private static final int MOST_OFFERED = 3;

    /** What an application must not do is measured beside its tasks, whatever they are. */
    private static final String SAFETY = "safety";

    /** What a need asks of the model, as the task that the catalogue knows it by. */
    private static final Map<String, String> TASK_OF_NEED =
            Map.of(
                    "code", "code-generation",
                    "citations", "retrieval",
                    "fresh-knowledge", "retrieval",
                    "long-context", "retrieval");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        List<String> tasks = Stated.values(plan.scope().tasks());
        // a task that no metric of the catalogue names may be measured by any
        if (tasks.isEmpty() || tasks.stream().anyMatch(t -> TaskMetrics.of(t, plan).isEmpty())) {
            return Stream.empty();
        }
        Set<String> done = done(plan);
        return plan.evaluation().gates().stream()
                .flatMap(
                        gate ->
                                gate.measurements().stream()
                                        .filter(m -> isUnfit(m, done))
                                        .map(m -> finding(gate, m, tasks, plan)));
    }

    /** The tasks, and what the steps around the model and the needs add to them. */
    private static Set<String> done(Plan plan) {
        Set<String> done = new HashSet<>(Stated.values(plan.scope().tasks()));
        for (String need : Stated.values(plan.scope().needs())) {
            done.add(TASK_OF_NEED.getOrDefault(need, need));
        }
        for (AugmentationStep step : plan.augmentation().steps()) {
            switch (step) {
                case Retrieval retrieval -> done.addAll(List.of("retrieval", "search"));
                case ToolUse tools -> done.add("tool-use");
                case ProgramAided program -> done.addAll(List.of("arithmetic", "code-generation"));
                case ReasoningStep reasoning -> done.add("reasoning");
                case Guard guard -> done.add("classification");
                case AnswerCache cache -> {
                    // gives answers that were given before
                }
            }
        }
        return done;
    }

    private static boolean isUnfit(Measurement measurement, Set<String> done) {
        return measurement
                .spec()
                .filter(spec -> !spec.tasks().isEmpty())
                .filter(spec -> spec.family().filter(SAFETY::equals).isEmpty())
                .filter(spec -> Collections.disjoint(spec.tasks(), done))
                .isPresent();
    }

    private Finding finding(Gate gate, Measurement measurement, List<String> tasks, Plan plan) {
        MetricSpec now = measurement.spec().orElseThrow();
        List<MetricSpec> fitting = fitting(gate, tasks, plan);
        return finding(
                measurement.range(),
                gate.id(),
                Message.of(
                        name(),
                        "{gate} decides by {metric}, which measures {measures}; the application"
                                + " does {tasks}. {fitting}.",
                        "gate",
                        gate.name(),
                        "metric",
                        now.name(),
                        "measures",
                        Wording.allOf(now.tasks()),
                        "tasks",
                        Wording.allOf(tasks),
                        "fitting",
                        fitting.isEmpty()
                                ? "The other metrics of the gate measure that"
                                : Wording.anyOf(fitting.stream().map(MetricSpec::name).toList())
                                        + " would fit"),
                fitting.stream().map(metric -> fix(gate, measurement, metric)).toList());
    }

    /** What measures one of the tasks and is not in the gate yet, the usual one first. */
    private static List<MetricSpec> fitting(Gate gate, List<String> tasks, Plan plan) {
        List<String> there = gate.measurements().stream().map(Measurement::metric).toList();
        return tasks.stream()
                .flatMap(task -> TaskMetrics.of(task, plan).stream())
                .distinct()
                .filter(metric -> metric.family().filter(SAFETY::equals).isEmpty())
                .filter(metric -> !there.contains(metric.name()))
                .limit(MOST_OFFERED)
                .toList();
    }

    /** Target and score belonged to the other metric: they go with it. */
    private static Fix fix(Gate gate, Measurement measurement, MetricSpec metric) {
        String on = measurement.on().map(data -> " on " + data.name()).orElse("");
        return Fix.of(
                        "Measure by " + metric.name(),
                        new Change.Replace(
                                gate.id(), measurement.range(), "metric " + metric.name() + on))
                .bringing("to do", "set the target that decides");
    }
}
