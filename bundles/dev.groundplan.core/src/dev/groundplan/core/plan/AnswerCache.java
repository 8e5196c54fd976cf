package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Answers that are used again.
 *
 * @param hits share of requests answered from it
 */
public record AnswerCache(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<Stated<Uncertain<Ratio>>> hits)
        implements AugmentationStep {}
