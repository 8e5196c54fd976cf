package dev.groundplan.engine.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.estimators.ParameterFormula;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is written of any architecture means that architecture again, and counts the same. */
class DeclarationLawTest {
    private static final GenaiLanguage LANGUAGE = new GenaiLanguage(List.of(), "none");

    @Property(tries = 200)
    void aWrittenArchitectureReadsBackAsItself(
            @ForAll @IntRange(min = 1, max = 200) int layers,
            @ForAll @IntRange(min = 1, max = 100_000_000) int hidden,
            @ForAll @IntRange(min = 1, max = 512) int heads,
            @ForAll @IntRange(min = 1, max = 9) int small,
            @ForAll Architecture.Norm norm,
            @ForAll Architecture.QkNorm qkNorm,
            @ForAll Architecture.AttentionBias bias,
            @ForAll Architecture.Positions positions,
            @ForAll boolean flag,
            @ForAll boolean other)
            throws ImportRefusal {
        Shape shape = new Shape(layers, hidden, heads, hidden / small + 1);
        shape.headDim = small;
        shape.context = small * 1_024;
        shape.gated = flag;
        shape.headBias = other;
        shape.embeddingNorm = flag;
        shape.parallel = other;
        shape.sinks = flag;
        shape.positions = positions;
        shape.positionRows = small;
        shape.visionParameters = other ? 0 : hidden;
        shape.tied(other).norm(norm, small).qkNorm(qkNorm).bias(bias, flag);
        shape.window(small, layers);
        if (flag) {
            shape.experts(
                    new Architecture.Experts(
                            heads,
                            small,
                            other ? 1 : 0,
                            hidden,
                            hidden,
                            small,
                            small,
                            other,
                            flag));
        }
        if (other) {
            shape.latent(new Architecture.LatentAttention(heads, flag ? 0 : small, 1, 2, 3));
        }
        Architecture written = shape.architecture();
        Architecture read = read(written);
        assertEquals(written, read);
        assertEquals(ParameterFormula.of(written), ParameterFormula.of(read));
    }

    private static Architecture read(Architecture architecture) {
        String text =
                new Declaration()
                        .open("acme/any")
                        .line("architecture", Declaration.block(architecture))
                        .close();
        ModelSpec model =
                LANGUAGE.read(
                                "a.genai",
                                Path.of("a.genai").toAbsolutePath(),
                                text,
                                LocalDate.of(2026, 11, 23),
                                1)
                        .declarations()
                        .catalogue()
                        .models()
                        .get("acme/any");
        return Optional.ofNullable(model).orElseThrow().architecture().orElseThrow().value();
    }
}
