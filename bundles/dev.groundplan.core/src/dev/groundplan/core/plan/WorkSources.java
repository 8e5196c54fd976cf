package dev.groundplan.core.plan;

import java.util.List;

/** The blocks of a project from which its work follows. */
public record WorkSources(
        SubjectId project,
        Scope scope,
        List<Dataset> datasets,
        List<ModelChoice> models,
        List<Stage> stages,
        Evaluation evaluation,
        List<Serving> servings,
        Augmentation augmentation,
        Tasks tasks,
        Operation operation) {

    /** The stages that make the model, in the order of the file. */
    List<Stage> adapting() {
        return stages.stream().filter(stage -> !(stage instanceof CompressionStage)).toList();
    }

    /** The stages that make it smaller. */
    List<CompressionStage> compressing() {
        return stages.stream()
                .filter(CompressionStage.class::isInstance)
                .map(CompressionStage.class::cast)
                .toList();
    }

    /** Whether this kind of data is handled, such as personal. */
    boolean handles(String kind) {
        return Stated.values(scope.constraints().data()).contains(kind)
                || datasets.stream().anyMatch(dataset -> dataset.contains().contains(kind));
    }
}
