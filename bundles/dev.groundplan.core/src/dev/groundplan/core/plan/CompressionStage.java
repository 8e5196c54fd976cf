package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * A step that makes the model smaller before it is served.
 *
 * @param name the keyword, for it has no name of its own
 * @param scheme of quantisation, such as awq
 * @param group weights that share a scale
 * @param on calibration or distillation data
 * @param samples examples to calibrate with
 * @param tokens taught or calibrated with
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
        Optional<Pruning> pruning,
        List<Dataset> on,
        Optional<Stated<Count>> samples,
        Optional<Stated<Uncertain<Tokens>>> tokens,
        Optional<Servable> into,
        Optional<Hardware> hardware,
        List<String> after)
        implements Stage {
    /** What is done to the weights. */
    public enum Kind {
        DISTIL,
        PRUNE,
        QUANTISE
    }

    /** A quantisation of which only the scheme is known. */
    public static CompressionStage quantise(SubjectId id, SourceRange range, String scheme) {
        return new CompressionStage(
                id,
                "quantise",
                range,
                Kind.QUANTISE,
                Optional.of(scheme),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Override
    public Optional<String> label() {
        return Optional.empty();
    }
}
