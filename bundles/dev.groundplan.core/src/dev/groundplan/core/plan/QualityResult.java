package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import java.util.Optional;

/**
 * A published score of a model on a benchmark, both by their names as written.
 *
 * @param harness software that measured it
 * @param shots examples in the prompt
 */
public record QualityResult(
        String model,
        String benchmark,
        SourceRange range,
        Ratio value,
        Optional<String> harness,
        Optional<Count> shots,
        Source source) {}
