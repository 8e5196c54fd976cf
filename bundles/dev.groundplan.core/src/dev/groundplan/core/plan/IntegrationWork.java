package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.List;

/** Serving the model, building what stands around it, the consents, and the rollout. */
final class IntegrationWork {
    private final WorkSources sources;
    private final WorkList list;
    private final ScopingWork scoping;
    private final AlignmentWork alignment;
    private final List<String> done = new ArrayList<>();
    private String integrated = "";

    IntegrationWork(
            WorkSources sources, WorkList list, ScopingWork scoping, AlignmentWork alignment) {
        this.sources = sources;
        this.list = list;
        this.scoping = scoping;
        this.alignment = alignment;
        done.addAll(alignment.checked());
        build();
        consents();
        rollOut();
    }

    private void build() {
        List<String> around = new ArrayList<>();
        for (AugmentationStep step : sources.augmentation().steps()) {
            List<Dataset> reads = step instanceof Retrieval r ? r.corpus() : List.of();
            around.add(
                    list.add(
                            Work.of(
                                            sources.project(),
                                            step.name(),
                                            step.label().orElse(step.name()),
                                            LifecyclePhase.INTEGRATE,
                                            kind(step))
                                    .about(step)
                                    .notBefore(step.notBefore())
                                    .after(
                                            WorkList.both(
                                                    step.after().isEmpty()
                                                            ? List.of(scoping.scoped())
                                                            : step.after(),
                                                    scoping.ready(reads)))));
        }
        boolean hosted =
                sources.servings().isEmpty()
                        && sources.models().stream()
                                .anyMatch(
                                        m ->
                                                m.model()
                                                        .filter(
                                                                s ->
                                                                        s.value()
                                                                                instanceof
                                                                                EndpointSpec)
                                                        .isPresent());
        Work serve =
                work(
                                "deploy",
                                hosted ? "Connect the hosted model" : "Set up serving",
                                hosted ? "deploy.hosted" : "deploy")
                        .after(List.of(alignment.selected()));
        String deployed =
                list.add(
                        sources.servings().isEmpty()
                                ? serve
                                : serve.at(sources.servings().getFirst().range()));
        around.add(deployed);
        around.add(alignment.adapted().getFirst());
        integrated =
                list.add(
                        work("integrate", "Integrate with the application", "integrate")
                                .after(around));
        done.add(integrated);
        if (!sources.operation().monitor().isEmpty()) {
            done.add(
                    list.add(
                            work("monitor", "Set up monitoring", "monitor")
                                    .at(sources.operation().range())
                                    .after(List.of(deployed))));
        }
        if (isExposed()) {
            done.add(
                    list.add(
                            work("red-team", "Attack the application", "red-team")
                                    .after(
                                            WorkList.both(
                                                    List.of(integrated), alignment.adapted()))));
        }
    }

    /** Outsiders may reach it, or it may reach other systems. */
    private boolean isExposed() {
        return sources.scope().users().isPresent()
                || sources.augmentation().steps().stream()
                        .anyMatch(
                                s ->
                                        s instanceof Guard
                                                || s instanceof ToolUse
                                                || s instanceof ProgramAided);
    }

    private void consents() {
        SourceRange why = sources.scope().constraints().range();
        if (sources.handles("confidential")
                || sources.handles("personal")
                || sources.augmentation().steps().stream()
                        .anyMatch(s -> s instanceof ToolUse || s instanceof ProgramAided)) {
            String review =
                    list.add(
                            work("security-review", "Review the security", "security-review")
                                    .at(why)
                                    .after(List.of(integrated)));
            done.add(
                    list.add(
                            work("security", "Wait for the security approval", "security")
                                    .at(why)
                                    .as(Work.Nature.WAIT)
                                    .after(List.of(review))));
        }
        if (sources.handles("personal")) {
            String assessed =
                    list.add(
                            work(
                                            "privacy-assessment",
                                            "Assess data protection",
                                            "privacy-assessment")
                                    .at(why)
                                    .after(List.of(scoping.scoped())));
            done.add(
                    list.add(
                            work("privacy", "Wait for the privacy approval", "privacy")
                                    .at(why)
                                    .as(Work.Nature.WAIT)
                                    .after(List.of(assessed))));
        }
    }

    private void rollOut() {
        Operation operation = sources.operation();
        if (operation.support().isPresent() || !operation.phases().isEmpty()) {
            done.add(
                    list.add(
                            work("hand-over", "Hand over to operation", "hand-over")
                                    .at(operation.range())
                                    .after(List.of(integrated))));
        }
        List<String> before = List.copyOf(done);
        if (sources.tasks().release().isPresent()) {
            Milestone release = sources.tasks().release().get();
            before =
                    List.of(
                            list.add(
                                    WrittenWork.milestone(sources.project(), release)
                                            .after(WorkList.both(release.after(), before))));
        }
        for (Phase phase : operation.phases()) {
            // a stage that nothing ends is the state that stays
            if (phase.duration().isPresent() || !phase.until().isEmpty()) {
                before =
                        List.of(
                                list.add(
                                        work(
                                                        "rollout-" + phase.name(),
                                                        "Roll out: "
                                                                + phase.label()
                                                                        .orElse(phase.name()),
                                                        "rollout")
                                                .about(phase)
                                                .as(Work.Nature.WAIT)
                                                .waiting(phase.duration())
                                                .after(before)));
            }
        }
    }

    private static String kind(AugmentationStep step) {
        return switch (step) {
            case Retrieval s -> "retrieval";
            case ReasoningStep s -> "reasoning";
            case ProgramAided s -> "program-aided";
            case ToolUse s -> "tools";
            case Guard s -> "guard";
            case AnswerCache s -> "cache";
        };
    }

    private Work work(String name, String title, String kind) {
        return Work.of(sources.project(), list.free(name), title, LifecyclePhase.INTEGRATE, kind);
    }
}
