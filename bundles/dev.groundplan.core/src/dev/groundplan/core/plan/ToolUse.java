package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.TokensPerItem;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Other systems that the model may call.
 *
 * @param steps calls for a request
 * @param extra tokens added
 * @param allow calls that are allowed
 */
public record ToolUse(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<Stated<Technique>> technique,
        Optional<Stated<Distribution<Count>>> steps,
        Optional<Stated<Uncertain<TokensPerItem>>> extra,
        List<String> allow)
        implements AugmentationStep {
    /** How calls are chosen. */
    public enum Technique {
        REACT,
        FUNCTION_CALLING
    }
}
