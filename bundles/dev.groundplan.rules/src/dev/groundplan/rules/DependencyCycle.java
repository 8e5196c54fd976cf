package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Approval;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Subject;
import dev.groundplan.core.plan.Task;
import dev.groundplan.core.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps that wait for one another in a circle, so that none can begin. */
public final class DependencyCycle implements Rule {
    /** A longer circle is told by its first steps. */
    private static final int STEPS_TOLD = 8;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return WorkCircles.of(facts.plan().work()).stream().map(circle -> finding(circle, facts));
    }

    private Finding finding(List<Work> circle, Facts facts) {
        Work first = circle.getFirst();
        return finding(
                first.range(),
                first.about().map(Subject::id).orElse(first.id()),
                Message.of(
                        name(),
                        "These steps wait for one another, so none can begin: {circle}. One of"
                                + " them has to go without the step before it.",
                        "circle",
                        told(circle)),
                fixes(circle, facts));
    }

    /** Each follows the next, and the last the first. */
    private static String told(List<Work> circle) {
        StringBuilder told = new StringBuilder(circle.getFirst().name());
        for (int i = 1; i <= circle.size(); i++) {
            if (i == STEPS_TOLD && circle.size() > STEPS_TOLD) {
                return told + ", which follows " + (circle.size() - i) + " more in a circle";
            }
            told.append(i == 1 ? " follows " : ", which follows ")
                    .append(circle.get(i % circle.size()).name());
        }
        return told.toString();
    }

    /** What the file says of one step's order can be taken back. */
    private static List<Fix> fixes(List<Work> circle, Facts facts) {
        List<Fix> fixes = new ArrayList<>();
        for (int i = 0; i < circle.size() && fixes.size() < STEPS_TOLD; i++) {
            Work step = circle.get(i);
            Work before = circle.get((i + 1) % circle.size());
            stated(step, facts)
                    .filter(s -> after(s).contains(before.name()))
                    .ifPresent(s -> fixes.add(without(s, before.name())));
        }
        return fixes;
    }

    private static Fix without(Subject step, String before) {
        List<String> rest = after(step).stream().filter(name -> !name.equals(before)).toList();
        return Fix.of(
                "Let " + step.name() + " go without " + before,
                rest.isEmpty()
                        ? new Change.Remove(step.id(), Optional.of("after"))
                        : new Change.Set(step.id(), "after", String.join(", ", rest)));
    }

    /**
     * The block that says what the step follows: a task of its name wins over the block it refines.
     */
    private static Optional<Subject> stated(Work step, Facts facts) {
        return facts.plan().tasks().tasks().stream()
                .filter(task -> task.name().equals(step.name()) && !task.after().isEmpty())
                .<Subject>map(task -> task)
                .findFirst()
                .or(step::about);
    }

    private static List<String> after(Subject step) {
        return switch (step) {
            case Stage s -> s.after();
            case AugmentationStep s -> s.after();
            case Task t -> t.after();
            case Approval a -> a.after();
            case Milestone m -> m.after();
            default -> List.of();
        };
    }
}
