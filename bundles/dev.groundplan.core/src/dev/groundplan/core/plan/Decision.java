package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * A choice between the project and its scenarios.
 *
 * @param options names of scenarios; {@link #PROJECT} is the file without one
 * @param weigh what counts how much
 * @param revisit when to think again, in the architect's words
 */
public record Decision(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> options,
        List<Weight> weigh,
        Optional<Choice> decided,
        Optional<String> revisit)
        implements Subject {
    /** The option that is the project without a scenario. */
    public static final String PROJECT = "project";

    /** What options are compared by. */
    public enum Criterion {
        COST,
        FINISH,
        CHANCE,
        RUN,
        VALUE
    }

    /**
     * How much a criterion counts; where the file says nothing, what the others leave in equal
     * parts.
     */
    public record Weight(Criterion criterion, Stated<Ratio> share, SourceRange range) {}

    /** What was decided, and why. */
    public record Choice(String option, Optional<String> because, SourceRange range) {}
}
