package dev.groundplan.core.plan;

import java.util.List;

/** What stands around the model. */
public record Augmentation(SourceRange range, List<AugmentationStep> steps, List<Flow> flows) {
    public static final Augmentation NONE =
            new Augmentation(SourceRange.NOWHERE, List.of(), List.of());

    /** The steps of one kind, in the order of the file. */
    public <S extends AugmentationStep> List<S> steps(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
