package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A step that changes the model, the prompt or the weights' form, and that a gate can follow. */
public sealed interface Stage extends Subject
        permits PromptStage, TuningStage, ReinforceStage, PretrainStage, CompressionStage {

    Optional<String> label();

    /** Names of the stages that come before it. */
    List<String> after();

    /** The first day on which work on it may begin. */
    default Optional<Stated<LocalDate>> notBefore() {
        return Optional.empty();
    }

    /** The data that it works on. */
    default List<Dataset> on() {
        return List.of();
    }

    /** The accelerators that it computes on, where the file names them. */
    default Optional<Hardware> hardware() {
        return Optional.empty();
    }
}
