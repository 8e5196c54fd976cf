package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Policy;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Words;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.plan.WorkBreakdown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a policy demands and a project has not, or has too late. */
record PolicyRequires(Policy policy, Policy.Require require, Plan plan) {

    Stream<Breach> breaches() {
        if (!isThere()) {
            return Stream.of(
                    breach(
                            ".missing",
                            "The project has no {what}; {policy} requires one{before}.",
                            fixes()));
        }
        Optional<Work> step = require.before().filter(this::mayComeFirst).flatMap(this::step);
        return step.isPresent() && !isBefore(step.get())
                ? Stream.of(
                        breach(
                                ".late",
                                "No {what} comes before `{step}`, as {policy} requires."
                                        + " Let that step wait for one.",
                                List.of()))
                : Stream.empty();
    }

    /**
     * What is built is built before the release, whether the file names that or not, and what is
     * checked is checked before it is served.
     */
    private boolean mayComeFirst(String step) {
        return !step.equals(Milestone.RELEASE) && !(isChecking() && step.equals("serve"));
    }

    private boolean isChecking() {
        return require.what() == Policy.Required.GATE
                || require.what() == Policy.Required.EVALUATION;
    }

    /** Empty when the project has no such step, which then waits for nothing. */
    private Optional<Work> step(String name) {
        String step = WorkBreakdown.step(name);
        return plan.work().stream().filter(work -> work.name().equals(step)).findFirst();
    }

    private boolean isThere() {
        Evaluation evaluation = plan.evaluation();
        return switch (require.what()) {
            case GATE -> !evaluation.gates().isEmpty();
            case EVALUATION -> !evaluation.gates().isEmpty() || hasReview();
            case APPROVAL -> !plan.tasks().approvals().isEmpty();
            case RETRIEVAL -> !plan.augmentation().steps(Retrieval.class).isEmpty();
            case GUARD -> !plan.augmentation().steps(Guard.class).isEmpty();
        };
    }

    /** Whether some work of that kind is done when the step begins. */
    private boolean isBefore(Work step) {
        Deque<String> waiting = new ArrayDeque<>(step.after());
        Set<String> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (seen.add(name)) {
                Optional<Work> work = step(name);
                if (work.filter(this::isWanted).isPresent()) {
                    return true;
                }
                work.ifPresent(earlier -> waiting.addAll(earlier.after()));
            }
        }
        return false;
    }

    private boolean isWanted(Work work) {
        return switch (require.what()) {
            case GATE -> isChecked(work);
            // benchmarks and human review look at everything
            case EVALUATION -> isChecked(work) || hasReview() && work.stage().isPresent();
            case APPROVAL ->
                    plan.tasks().approvals().stream()
                            .anyMatch(approval -> approval.name().equals(work.name()));
            case RETRIEVAL -> work.about().filter(Retrieval.class::isInstance).isPresent();
            case GUARD -> work.about().filter(Guard.class::isInstance).isPresent();
        };
    }

    /** A gate stands behind the stages that it is of. */
    private boolean isChecked(Work work) {
        return work.stage().isPresent()
                && plan.evaluation().gates().stream()
                        .anyMatch(gate -> gate.covers(work.stage().get()));
    }

    private boolean hasReview() {
        Evaluation evaluation = plan.evaluation();
        return !evaluation.benchmarks().isEmpty() || evaluation.human().isPresent();
    }

    private List<Fix> fixes() {
        return switch (require.what()) {
            case GATE, EVALUATION -> NoEvaluation.firstGate(plan).stream().toList();
            case APPROVAL -> List.of(approval());
            case RETRIEVAL -> List.of(Knowledge.retrieve(plan));
            case GUARD -> List.of(guard());
        };
    }

    private Fix approval() {
        List<String> taken = plan.work().stream().map(Work::name).toList();
        // only a step that the file can name can be waited for
        String before =
                require.before()
                        .filter(name -> plan.stages().stream().anyMatch(s -> s.name().equals(name)))
                        .map(name -> "before " + name + " ")
                        .orElse("");
        String name = TaskMetrics.free("approval-of-" + policy.name(), taken);
        return Fix.of(
                        "Add the approval " + name,
                        new Change.Insert(
                                plan.id().child("tasks"),
                                "approval " + name + " { " + before + "}"))
                .bringing("to do", "say how long it takes");
    }

    private Fix guard() {
        List<String> taken =
                plan.augmentation().steps().stream().map(AugmentationStep::name).toList();
        String name = TaskMetrics.free("guard-of-" + policy.name(), taken);
        return Fix.of(
                        "Add the guard " + name,
                        new Change.Insert(
                                plan.id().child("augmentation"),
                                "guard " + name + " { on input, output }"))
                .bringing("to do", "say what checks, and what happens to what does not pass");
    }

    private Breach breach(String id, String text, List<Fix> fixes) {
        String what = Words.of(require.what());
        return new Breach(
                plan.range(),
                plan.id(),
                Message.of(
                        "PolicyBroken" + id,
                        text,
                        "policy",
                        PolicyBroken.named(policy, require),
                        "what",
                        what,
                        "step",
                        require.before().orElse(""),
                        "before",
                        require.before().map(step -> " before `" + step + "`").orElse("")),
                fixes,
                Severity.ERROR);
    }
}
