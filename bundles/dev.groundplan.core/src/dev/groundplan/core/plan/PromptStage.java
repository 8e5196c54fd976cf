package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Prompt engineering: no weight changes. */
public record PromptStage(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<Servable> base,
        PromptTechnique technique,
        Optional<Stated<Uncertain<Count>>> shots,
        Optional<Stated<Uncertain<Tokens>>> tokens,
        Optional<Stated<Uncertain<Count>>> variants)
        implements Stage {}
