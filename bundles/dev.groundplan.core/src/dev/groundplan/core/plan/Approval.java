package dev.groundplan.core.plan;

import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Waiting for somebody's consent, which is nobody's effort.
 *
 * @param duration calendar time
 * @param before names of the steps that must wait for it
 */
public record Approval(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Uncertain<Time>>> duration,
        List<String> after,
        List<String> before,
        Optional<Stated<LocalDate>> notBefore)
        implements Subject {}
