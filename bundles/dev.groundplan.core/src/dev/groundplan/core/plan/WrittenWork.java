package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the file's {@code tasks} refine, add and put in another order. */
final class WrittenWork {
    private final SubjectId project;
    private final WorkList list;

    private WrittenWork(SubjectId project, WorkList list) {
        this.project = project;
        this.list = list;
    }

    static void apply(WorkSources sources, WorkList list) {
        WrittenWork written = new WrittenWork(sources.project(), list);
        Tasks tasks = sources.tasks();
        tasks.tasks().forEach(written::task);
        tasks.approvals().forEach(written::approval);
        for (Milestone milestone : tasks.milestones()) {
            list.add(milestone(sources.project(), milestone).after(milestone.after()));
        }
        // only now is everything there that may have to wait
        Map<String, List<String>> waiting = new LinkedHashMap<>();
        tasks.tasks().forEach(t -> before(waiting, t.name(), t.before()));
        tasks.approvals().forEach(a -> before(waiting, a.name(), a.before()));
        tasks.milestones().forEach(m -> before(waiting, m.name(), m.before()));
        waiting.forEach(list::wait);
    }

    static Work milestone(SubjectId project, Milestone milestone) {
        return Work.of(
                        project,
                        milestone.name(),
                        milestone.label().orElse(milestone.name()),
                        LifecyclePhase.INTEGRATE,
                        "milestone")
                .about(milestone)
                .as(Work.Nature.MILESTONE)
                .notBefore(milestone.notBefore());
    }

    private void task(Task task) {
        if (list.has(task.name())) {
            list.replace(list.get(task.name()).refined(task));
        } else {
            list.add(
                    Work.of(project, task.name(), task.name(), phase(task.after()), "task")
                            .about(task)
                            .refined(task));
        }
    }

    private void approval(Approval approval) {
        Optional<Work> derived =
                Optional.ofNullable(list.get(approval.name()))
                        .filter(work -> work.nature() == Work.Nature.WAIT);
        Work work =
                Work.of(
                                project,
                                approval.name(),
                                approval.label().orElse(approval.name()),
                                phase(approval.after()),
                                derived.map(Work::kind).orElse("approval"))
                        .about(approval)
                        .as(Work.Nature.WAIT)
                        .waiting(approval.duration())
                        .notBefore(approval.notBefore())
                        .after(
                                approval.after().isEmpty()
                                        ? derived.map(Work::after).orElse(List.of())
                                        : approval.after());
        if (derived.isPresent()) {
            list.replace(work);
        } else {
            list.add(work);
        }
    }

    private static void before(Map<String, List<String>> waiting, String name, List<String> later) {
        for (String step : later) {
            waiting.computeIfAbsent(WorkBreakdown.step(step), s -> new ArrayList<>()).add(name);
        }
    }

    /** That of the step before it. */
    private LifecyclePhase phase(List<String> after) {
        return after.stream()
                .map(list::get)
                .filter(work -> work != null)
                .map(Work::phase)
                .reduce((first, second) -> first.compareTo(second) > 0 ? first : second)
                .orElse(LifecyclePhase.SCOPE);
    }
}
