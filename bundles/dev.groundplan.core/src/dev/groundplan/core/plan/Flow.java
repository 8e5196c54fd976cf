package dev.groundplan.core.plan;

import dev.groundplan.core.units.Time;
import java.util.List;
import java.util.Optional;

/**
 * The steps that a request passes, one after the other.
 *
 * @param steps names of steps; {@link #MODEL} is the model itself
 * @param endToEnd 95th percentile of the whole time
 */
public record Flow(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> steps,
        Optional<Stated<Time>> endToEnd)
        implements Subject {
    /** The step at which the model answers. */
    public static final String MODEL = "model";
}
