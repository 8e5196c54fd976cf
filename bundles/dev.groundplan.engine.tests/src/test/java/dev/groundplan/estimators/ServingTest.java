package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTest {
    private static final String LLAMA_405B =
            "layers 126 hidden 16384 heads 128 kv-heads 8 head 128 ffn 53248 vocabulary 128256"
                    + " context 131072";

    /** DeepSeek, arXiv:2505.09343, table 1: bytes of key-value cache a token in 16 bits. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DeepSeek-V3 | 70272 | layers 61 hidden 7168 heads 128 latent-kv 512 latent-q 1536"
                        + " nope-head 128 rope-head 64 value-head 128",
                "Qwen2.5-72B | 327680 | layers 80 hidden 8192 heads 64 kv-heads 8 head 128",
                "Llama-3.1-405B | 516096 | layers 126 hidden 16384 heads 128 kv-heads 8 head 128",
            })
    void cachePerToken(String model, long published, String shape) {
        assertEquals(published, KvCacheFormula.perToken(Shapes.of(shape), new Bytes(2)).value());
    }

    @Test
    void windowedLayersKeepNoMoreThanTheirWindow() {
        var shape =
                Shapes.of(
                        "layers 6 hidden 64 heads 1 kv-heads 1 head 64 window 100 window-layers 5");
        assertEquals(
                2 * 64 * 2 * (1_000 + 5 * 100.0),
                KvCacheFormula.of(shape, new Bytes(2), new Tokens(1_000)).value());
    }

    /**
     * Size of the published weights: 16 bits by parameter count; AWQ of an 8B model, about 5.7 GB
     * on the hub.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"none, 16.06e9, 0.001", "awq, 5.73e9, 0.01", "fp8, 9.08e9, 0.01"})
    void weightsOfLlama8b(String scheme, double published, double tolerance) {
        Serving serving = Plans.serving(Optional.of(Devices.any(Devices.h100())));
        serving = scheme.equals("none") ? serving : serving.with(List.of(quantise(scheme)));
        double weights =
                memory(serving, TrainingTest.LLAMA_3_8B).weights().value().likely().value();
        assertEquals(1, weights / published, tolerance, () -> weights + " bytes");
    }

    /**
     * Resource tables of LitGPT: gigabytes to generate with one sequence, NF4, on an A100 of 40 GB.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "4.57 | layers 32 hidden 4096 heads 32 head 128 ffn 11008 vocabulary 32000 context"
                        + " 4096",
                "8.32 | layers 40 hidden 5120 heads 40 head 128 ffn 13824 vocabulary 32000 context"
                        + " 4096",
            })
    void nf4WeightsStayBelowWhatGenerationNeeds(double measured, String shape) {
        Serving serving =
                Plans.serving(Optional.of(Devices.any(Devices.a100(40))))
                        .with(List.of(quantise("nf4")));
        double weights = memory(serving, shape).weights().value().likely().value() / 1e9;
        assertTrue(weights < measured && weights > 0.85 * measured, () -> weights + " GB");
    }

    @Test
    void aModelTooLargeSaysByHowMuchAndWhatItNeeds() {
        ServingMemoryEstimation memory =
                memory(
                        Plans.serving(Optional.of(Devices.of(1, Devices.a100(40)))),
                        TrainingTest.LLAMA_3_70B);
        assertFalse(memory.fits());
        assertTrue(memory.excess().orElseThrow().value() > 100e9);
        assertEquals(8, memory.needed().orElseThrow().value());
        assertTrue(memory.free().orElseThrow().value() < 0);
    }

    @Test
    void aVariantIsAskedAboutWithoutBeingInThePlan() {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_70B));
        Serving serving = Plans.serving(Optional.of(Devices.of(1, Devices.h100())));
        plans.servings.add(serving);
        Facts facts = plans.facts();
        assertFalse(facts.get(ServingMemoryEstimation.class, serving).orElseThrow().fits());
        assertTrue(
                facts.get(ServingMemoryEstimation.class, serving.on(Devices.of(4, Devices.h100())))
                        .orElseThrow()
                        .fits());
        assertTrue(
                facts.get(ServingMemoryEstimation.class, serving.with(List.of(quantise("awq"))))
                        .orElseThrow()
                        .fits());
    }

    @Test
    void theLargestModelGetsAsManyAcceleratorsAsHoldIt() {
        ServingMemoryEstimation memory =
                memory(Plans.serving(Optional.of(Devices.any(Devices.h100()))), LLAMA_405B);
        assertTrue(memory.fits());
        assertEquals(16, memory.accelerators().value());
    }

    private static ServingMemoryEstimation memory(Serving serving, String shape) {
        Plans plans = new Plans().existing(Plans.model("model", shape));
        return plans.facts().get(ServingMemoryEstimation.class, serving).orElseThrow();
    }

    private static CompressionStage quantise(String scheme) {
        return CompressionStage.quantise(
                SubjectId.of("test", "deployment", "quantise"), SourceRange.NOWHERE, scheme);
    }
}
