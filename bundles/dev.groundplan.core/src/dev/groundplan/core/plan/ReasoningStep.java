package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.TokensPerItem;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * More computing for each answer.
 *
 * @param samples answers sampled for each request
 * @param extra output tokens added
 */
public record ReasoningStep(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<Stated<Technique>> technique,
        Optional<Stated<Uncertain<Count>>> samples,
        Optional<Stated<Uncertain<TokensPerItem>>> extra)
        implements AugmentationStep {
    /** Kind of reasoning. */
    public enum Technique {
        CHAIN_OF_THOUGHT,
        SELF_CONSISTENCY,
        REASONING_MODEL
    }
}
