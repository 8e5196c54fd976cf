package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The work that a project's blocks imply, in the order of the lifecycle. A project that says
 * nothing still has to be scoped, choose a model, find a prompt, evaluate and deploy.
 */
public final class WorkBreakdown {
    private static final String SCOPE = "scope";
    private static final String DATA = "data";
    private static final String SELECT = "select";
    private static final String EVALUATION = "evaluation";
    private static final String DEPLOY = "deploy";

    private final SubjectId project;
    private final List<Work> work = new ArrayList<>();

    private WorkBreakdown(SubjectId project) {
        this.project = project;
    }

    public static List<Work> of(
            SubjectId project,
            Scope scope,
            List<Dataset> datasets,
            List<ModelChoice> models,
            List<Stage> stages,
            Evaluation evaluation,
            List<Serving> servings) {
        WorkBreakdown breakdown = new WorkBreakdown(project);
        breakdown.prepare(scope, datasets, models);
        breakdown.adapt(stages, !datasets.isEmpty());
        breakdown.integrate(stages, evaluation, servings);
        return List.copyOf(breakdown.work);
    }

    private void prepare(Scope scope, List<Dataset> datasets, List<ModelChoice> models) {
        add(SCOPE, "Scope the use case", scope.range(), LifecyclePhase.SCOPE, SCOPE, List.of());
        if (!datasets.isEmpty()) {
            SourceRange range = datasets.getFirst().range();
            add(DATA, "Make the data ready", range, LifecyclePhase.SCOPE, DATA, List.of(SCOPE));
        }
        SourceRange range = models.isEmpty() ? SourceRange.NOWHERE : models.getFirst().range();
        add(SELECT, "Select the model", range, LifecyclePhase.SELECT, SELECT, List.of(SCOPE));
    }

    private void adapt(List<Stage> stages, boolean hasData) {
        List<String> ready = hasData ? List.of(DATA, SELECT) : List.of(SELECT);
        if (stages.stream().allMatch(CompressionStage.class::isInstance)) {
            add(
                    "prompt",
                    "Engineer the prompt",
                    SourceRange.NOWHERE,
                    LifecyclePhase.ADAPT_AND_ALIGN,
                    "prompt",
                    ready);
        }
        for (Stage stage : stages) {
            List<String> after = stage.after().isEmpty() ? ready : stage.after();
            switch (stage) {
                case PromptStage s -> add(s, "prompt", LifecyclePhase.ADAPT_AND_ALIGN, after);
                case TuningStage s -> add(s, "fine-tune", LifecyclePhase.ADAPT_AND_ALIGN, after);
                case ReinforceStage s ->
                        add(s, reinforcement(s), LifecyclePhase.ADAPT_AND_ALIGN, after);
                case PretrainStage s -> add(s, "pretrain", LifecyclePhase.SELECT, after);
                case CompressionStage s -> {
                    // belongs to the deployment, which comes after the evaluation
                }
            }
        }
    }

    /** Direct preference optimisation is done much like tuning; the others sample and score. */
    private static String reinforcement(ReinforceStage stage) {
        return stage.method().filter(m -> m.value() instanceof FeedbackMethod.Dpo).isPresent()
                ? "reinforce.dpo"
                : "reinforce";
    }

    private void integrate(List<Stage> stages, Evaluation evaluation, List<Serving> servings) {
        List<String> adapted =
                work.stream()
                        .filter(w -> w.stage().isPresent() || w.kind().equals("prompt"))
                        .map(Work::name)
                        .toList();
        add(
                EVALUATION,
                "Evaluate",
                evaluation.range(),
                LifecyclePhase.ADAPT_AND_ALIGN,
                EVALUATION,
                adapted);
        List<String> before = List.of(EVALUATION);
        for (Stage stage : stages) {
            if (stage instanceof CompressionStage step) {
                add(step, "optimise", LifecyclePhase.INTEGRATE, before);
                before = List.of(step.name());
            }
        }
        SourceRange range = servings.isEmpty() ? SourceRange.NOWHERE : servings.getFirst().range();
        add(DEPLOY, "Deploy", range, LifecyclePhase.INTEGRATE, DEPLOY, before);
    }

    private void add(
            String name,
            String title,
            SourceRange range,
            LifecyclePhase phase,
            String kind,
            List<String> after) {
        work.add(new Work(id(name), name, title, range, phase, kind, Optional.empty(), after));
    }

    private void add(Stage stage, String kind, LifecyclePhase phase, List<String> after) {
        work.add(
                new Work(
                        id(stage.name()),
                        stage.name(),
                        stage.label().orElse(stage.name()),
                        stage.range(),
                        phase,
                        kind,
                        Optional.of(stage),
                        after));
    }

    private SubjectId id(String name) {
        return project.child("work").child(name);
    }
}
