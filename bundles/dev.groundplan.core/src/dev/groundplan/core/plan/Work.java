package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * A piece of work that people do, derived from the blocks of the project.
 *
 * @param kind names its priors: effort.KIND and duration.KIND
 * @param after names of the work before it
 */
public record Work(
        SubjectId id,
        String name,
        String title,
        SourceRange range,
        LifecyclePhase phase,
        String kind,
        Optional<Stage> stage,
        List<String> after)
        implements Subject {
    /** Of the name alone: the stage holds everything down to the model's layers. */
    @Override
    public int hashCode() {
        return id.segments().hashCode();
    }
}
