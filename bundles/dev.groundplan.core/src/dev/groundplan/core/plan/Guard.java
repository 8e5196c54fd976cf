package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A check of what goes in or comes out.
 *
 * @param input whether requests are checked
 * @param output whether answers are checked
 * @param model that checks, as far as it is known
 */
public record Guard(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        boolean input,
        boolean output,
        Optional<Servable> model,
        Optional<Stated<Action>> action)
        implements AugmentationStep {
    /** What happens to what does not pass. */
    public enum Action {
        BLOCK,
        FLAG,
        REDACT
    }
}
