package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * A step that makes the model smaller before it is served.
 *
 * @param name the keyword, for it has no name of its own
 * @param scheme of quantisation, such as awq
 * @param group weights that share a scale
 * @param on calibration or distillation data
 * @param into the student of a distillation
 */
public record CompressionStage(
        SubjectId id,
        String name,
        SourceRange range,
        Kind kind,
        Optional<String> scheme,
        Optional<Integer> bits,
        Optional<Integer> group,
        Optional<Dataset> on,
        Optional<Servable> into,
        List<String> after)
        implements Stage {
    /** What is done to the weights. */
    public enum Kind {
        DISTIL,
        PRUNE,
        QUANTISE
    }

    @Override
    public Optional<String> label() {
        return Optional.empty();
    }
}
