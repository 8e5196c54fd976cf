package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A point that the plan reaches.
 *
 * @param before names of the steps that must wait for it
 */
public record Milestone(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        List<String> before,
        Optional<Stated<LocalDate>> notBefore)
        implements Subject {
    /** The milestone that a deadline is about. */
    public static final String RELEASE = "release";
}
