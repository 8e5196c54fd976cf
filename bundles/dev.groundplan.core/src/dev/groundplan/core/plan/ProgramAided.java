package dev.groundplan.core.plan;

import dev.groundplan.core.units.ItemsPerRequest;
import dev.groundplan.core.units.TokensPerItem;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Programs that the model writes and that are run.
 *
 * @param language of the programs
 * @param calls programs run for a request
 * @param extra output tokens added
 */
public record ProgramAided(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<Stated<String>> language,
        Optional<Stated<Uncertain<ItemsPerRequest>>> calls,
        Optional<Stated<Uncertain<TokensPerItem>>> extra,
        Optional<Stated<Sandbox>> sandbox)
        implements AugmentationStep {
    /** Where the programs run. */
    public enum Sandbox {
        ISOLATED,
        NONE
    }
}
