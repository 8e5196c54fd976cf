package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scoping, and making the data ready: waiting for it, cleaning it, labelling it. */
final class ScopingWork {
    private final WorkSources sources;
    private final WorkList list;
    private final Map<String, List<String>> ready = new HashMap<>();
    private final String scoped;

    ScopingWork(WorkSources sources, WorkList list) {
        this.sources = sources;
        this.list = list;
        scoped = list.add(work("scope", "Scope the use case", "scope").at(sources.scope().range()));
        sources.datasets().forEach(this::prepare);
    }

    /** The step that everything else follows. */
    String scoped() {
        return scoped;
    }

    /** The steps after which the datasets can be used. */
    List<String> ready(List<Dataset> datasets) {
        List<String> steps = new ArrayList<>();
        for (Dataset dataset : datasets) {
            ready.getOrDefault(dataset.name(), List.of()).stream()
                    .filter(step -> !steps.contains(step))
                    .forEach(steps::add);
        }
        return List.copyOf(steps);
    }

    private void prepare(Dataset data) {
        List<String> before = List.of(scoped);
        String name = data.name();
        if (isAwaited(data)) {
            boolean asked = data.access().filter(a -> isRequested(a.value())).isPresent();
            String access =
                    list.add(
                            work("access-" + name, "Wait for access to " + name, "access")
                                    .about(data)
                                    .as(Work.Nature.WAIT)
                                    .waiting(data.lead())
                                    .after(asked ? List.of() : before));
            before = asked ? List.of(scoped, access) : List.of(access);
        }
        if (data.purpose().filter(p -> p.value() == Purpose.EVALUATION).isPresent()) {
            before = step(data, "prepare-", "Prepare the evaluation set ", "data.golden", before);
        } else if (needsCleaning(data)) {
            before = step(data, "clean-", "Clean ", "data", before);
        }
        if (data.labelling().isPresent() && data.examples().isPresent()) {
            String label =
                    list.add(
                            work("label-" + name, "Label " + name, "label")
                                    .about(data)
                                    .by(data.labeller().map(r -> Stated.written(r, data.range())))
                                    .after(before));
            before = List.of(label);
        }
        ready.put(name, before);
    }

    private List<String> step(
            Dataset data, String prefix, String title, String kind, List<String> before) {
        return List.of(
                list.add(
                        work(prefix + data.name(), title + data.name(), kind)
                                .about(data)
                                .after(before)));
    }

    private static boolean isRequested(Dataset.Access access) {
        return access == Dataset.Access.REQUESTED;
    }

    /** A lead time alone says that there is something to wait for. */
    private static boolean isAwaited(Dataset data) {
        return data.access()
                .map(access -> access.value() != Dataset.Access.GRANTED)
                .orElse(data.lead().isPresent());
    }

    /** What is trained on is looked through at least; other data where the file says so. */
    private static boolean needsCleaning(Dataset data) {
        boolean curated = data.quality().filter(q -> q.value().equals("curated")).isPresent();
        boolean trained =
                data.purpose()
                        .map(Stated::value)
                        .filter(
                                p ->
                                        p == Purpose.PRE_TRAINING
                                                || p == Purpose.TUNING
                                                || p == Purpose.PREFERENCE)
                        .isPresent();
        return !data.cleaning().isEmpty() || !curated && (trained || data.quality().isPresent());
    }

    private Work work(String name, String title, String kind) {
        return Work.of(sources.project(), list.free(name), title, LifecyclePhase.SCOPE, kind);
    }
}
