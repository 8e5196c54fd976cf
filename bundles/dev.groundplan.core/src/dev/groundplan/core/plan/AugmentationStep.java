package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A step around the model that requests pass or may call. */
public sealed interface AugmentationStep extends Subject
        permits Retrieval, ReasoningStep, ProgramAided, ToolUse, Guard, AnswerCache {

    Optional<String> label();

    /** Names of the steps that must be finished before this one is built. */
    List<String> after();

    /** The first day on which work on it may begin. */
    Optional<Stated<LocalDate>> notBefore();
}
