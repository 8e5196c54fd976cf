package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** Answers that people read at a gate. */
public record HumanReview(
        SourceRange range,
        Optional<Stated<Uncertain<Count>>> samples,
        Optional<Stated<Uncertain<Time>>> time,
        Optional<String> by,
        Optional<Stated<Every>> every) {
    /** How often answers are read. */
    public enum Every {
        ROUND,
        RELEASE,
        WEEK,
        MONTH
    }
}
