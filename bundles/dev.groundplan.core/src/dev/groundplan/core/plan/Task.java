package dev.groundplan.core.plan;

import dev.groundplan.core.units.Effort;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Work that the file adds, or that refines derived work of the same name.
 *
 * @param before names of the steps that must wait for it
 */
public record Task(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Labour<Effort>> effort,
        List<String> after,
        List<String> before,
        Optional<Stated<LocalDate>> notBefore)
        implements Subject {}
