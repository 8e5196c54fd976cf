package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * A check that decides whether a step was good enough.
 *
 * @param of stages it checks; empty: every stage and the model as deployed
 */
public record Gate(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> of,
        List<Measurement> measurements,
        Optional<StopRule> stop)
        implements Subject {
    /** Whether it checks this stage. */
    public boolean covers(Stage stage) {
        return of.isEmpty() || of.contains(stage.name());
    }
}
