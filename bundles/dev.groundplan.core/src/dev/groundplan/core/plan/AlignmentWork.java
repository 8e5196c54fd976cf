package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.List;

/** Selecting, adapting and aligning the model, and checking every step. */
final class AlignmentWork {
    private final WorkSources sources;
    private final WorkList list;
    private final ScopingWork scoping;
    private final String selected;
    private final List<String> adapted = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    AlignmentWork(WorkSources sources, WorkList list, ScopingWork scoping) {
        this.sources = sources;
        this.list = list;
        this.scoping = scoping;
        Work select =
                work("select", "Select the model", LifecyclePhase.SELECT, "select")
                        .after(List.of(scoping.scoped()));
        selected =
                list.add(
                        sources.models().isEmpty()
                                ? select
                                : select.at(sources.models().getFirst().range()));
        adapt();
        evaluate();
        compress();
    }

    /** The step that chooses the model. */
    String selected() {
        return selected;
    }

    /** The steps that make the model, in the order of the file. */
    List<String> adapted() {
        return adapted;
    }

    /** The steps after which the model is known to be good enough. */
    List<String> checked() {
        return checked;
    }

    private void adapt() {
        if (sources.adapting().isEmpty()) {
            adapted.add(
                    list.add(
                            alignment("prompt", "Engineer the prompt", "prompt")
                                    .after(List.of(selected))));
        }
        for (Stage stage : sources.adapting()) {
            List<String> before =
                    WorkList.both(
                            stage.after().isEmpty() ? List.of(selected) : stage.after(),
                            scoping.ready(stage.on()));
            if (stage instanceof ReinforceStage s
                    && s.preferences().isPresent()
                    && s.feedback()
                            .filter(f -> f.value() != ReinforceStage.Feedback.HUMAN)
                            .isEmpty()) {
                String label =
                        list.add(
                                alignment(
                                                "label-" + s.name(),
                                                "Label preferences for " + title(s),
                                                "label")
                                        .about(s)
                                        .by(s.labelling().flatMap(Labour::by))
                                        .after(before));
                before = List.of(label);
            }
            LifecyclePhase phase =
                    stage instanceof PretrainStage
                            ? LifecyclePhase.SELECT
                            : LifecyclePhase.ADAPT_AND_ALIGN;
            adapted.add(
                    list.add(
                            Work.of(
                                            sources.project(),
                                            stage.name(),
                                            title(stage),
                                            phase,
                                            kind(stage))
                                    .about(stage)
                                    .after(before)
                                    .notBefore(stage.notBefore())));
        }
    }

    private void evaluate() {
        Evaluation evaluation = sources.evaluation();
        List<Dataset> sets =
                sources.datasets().stream()
                        .filter(
                                d ->
                                        d.purpose()
                                                .filter(p -> p.value() == Purpose.EVALUATION)
                                                .isPresent())
                        .toList();
        boolean gates = !evaluation.gates().isEmpty();
        String ready =
                list.add(
                        alignment(
                                        "evaluation",
                                        gates ? "Set up the evaluation" : "Evaluate",
                                        "evaluation")
                                .at(evaluation.range())
                                .after(
                                        WorkList.both(
                                                gates ? List.of(scoping.scoped()) : adapted,
                                                scoping.ready(sets))));
        for (Gate gate : evaluation.gates()) {
            List<String> covered =
                    sources.adapting().stream().filter(gate::covers).map(Stage::name).toList();
            checked.add(
                    list.add(
                            alignment(
                                            "evaluate-" + gate.name(),
                                            "Evaluate against " + gate.label().orElse(gate.name()),
                                            Work.ROUND_OF_EVALUATION)
                                    .about(gate)
                                    .after(
                                            WorkList.both(
                                                    List.of(ready),
                                                    covered.isEmpty() ? adapted : covered))));
        }
        if (checked.isEmpty()) {
            checked.add(ready);
        }
        List<String> before = WorkList.both(List.of(ready), adapted);
        evaluation
                .human()
                .filter(human -> human.samples().isPresent())
                .filter(AlignmentWork::isBeforeRelease)
                .ifPresent(human -> checked.add(list.add(review(human).after(before))));
        if (!evaluation.benchmarks().isEmpty()) {
            checked.add(
                    list.add(
                            alignment("benchmarks", "Run public benchmarks", "benchmark")
                                    .at(evaluation.benchmarks().getFirst().range())
                                    .after(before)));
        }
    }

    /** What is read each week or month belongs to the operation. */
    private static boolean isBeforeRelease(HumanReview human) {
        return human.every()
                .map(Stated::value)
                .filter(e -> e == HumanReview.Every.WEEK || e == HumanReview.Every.MONTH)
                .isEmpty();
    }

    private Work review(HumanReview human) {
        boolean everyRound =
                human.every().filter(e -> e.value() == HumanReview.Every.ROUND).isPresent();
        return alignment(
                        "human-review",
                        "Read samples of answers",
                        everyRound ? Work.REVIEW_OF_A_ROUND : "human-review")
                .at(human.range())
                .by(human.by().map(role -> Stated.written(role, human.range())));
    }

    private void compress() {
        List<String> before = List.copyOf(checked);
        boolean evaluated =
                sources.evaluation().gates().stream()
                        .anyMatch(gate -> sources.compressing().stream().anyMatch(gate::covers));
        for (CompressionStage step : sources.compressing()) {
            String done =
                    list.add(
                            Work.of(
                                            sources.project(),
                                            step.name(),
                                            capital(step.name()) + " the model",
                                            LifecyclePhase.INTEGRATE,
                                            kind(step))
                                    .about(step)
                                    .after(WorkList.both(before, scoping.ready(step.on()))));
            before = List.of(done);
        }
        if (!sources.compressing().isEmpty()) {
            checked.clear();
            checked.add(
                    evaluated
                            ? list.add(
                                    Work.of(
                                                    sources.project(),
                                                    list.free("evaluate-compressed"),
                                                    "Evaluate the compressed model",
                                                    LifecyclePhase.INTEGRATE,
                                                    "evaluation.compressed")
                                            .at(sources.compressing().getLast().range())
                                            .after(before))
                            : before.getFirst());
        }
    }

    /** Direct preference optimisation is done much like tuning; the others sample and score. */
    private static String kind(Stage stage) {
        return switch (stage) {
            case PromptStage s -> "prompt";
            case TuningStage s -> "fine-tune";
            case PretrainStage s -> "pretrain";
            case CompressionStage s -> "optimise";
            case ReinforceStage s ->
                    s.method().filter(m -> m.value() instanceof FeedbackMethod.Dpo).isPresent()
                            ? "reinforce.dpo"
                            : "reinforce";
        };
    }

    private static String title(Stage stage) {
        return stage.label().orElse(stage.name());
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private Work alignment(String name, String title, String kind) {
        return work(name, title, LifecyclePhase.ADAPT_AND_ALIGN, kind);
    }

    private Work work(String name, String title, LifecyclePhase phase, String kind) {
        return Work.of(sources.project(), list.free(name), title, phase, kind);
    }
}
