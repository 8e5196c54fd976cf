package dev.groundplan.core.plan;

import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure that the architect sets in place of what the tool would assume.
 *
 * @param subject an accelerator, a stage or a prior by name
 */
public record Assumption(
        Kind kind,
        String subject,
        Uncertain<?> value,
        SourceRange range,
        Optional<String> because,
        Optional<LocalDate> asOf) {
    /** What is overridden. */
    public enum Kind {
        PRICE,
        MFU,
        PRIOR
    }
}
