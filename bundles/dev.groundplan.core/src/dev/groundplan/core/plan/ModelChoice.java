package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * The model that the project builds on, and why.
 *
 * @param model the existing one or the one to pre-train
 * @param share of the requests that it answers
 * @param fallback what answers when this model cannot
 */
public record ModelChoice(
        SubjectId id,
        String name,
        SourceRange range,
        Optional<Stated<Servable>> model,
        Optional<String> because,
        List<Servable> candidates,
        List<Rejected> rejected,
        Optional<Stated<Uncertain<Ratio>>> share,
        Optional<Servable> fallback)
        implements Subject {
    /** A model that was looked at and not taken. */
    public record Rejected(String model, Optional<String> because, SourceRange range) {}
}
