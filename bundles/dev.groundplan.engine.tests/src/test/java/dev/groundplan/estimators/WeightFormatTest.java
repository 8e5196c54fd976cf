package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.units.Parameters;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightFormatTest {
    private static final Map<String, Prior> BUILT_IN = Priors.builtIn();
    private static final PriorSource PRIORS = BUILT_IN::get;

    /** Bits by the definition of each form, so many eighths of a byte a linear weight. */
    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource({
        "'', 16, PLAIN, BF16",
        "bf16, 16, PLAIN, BF16",
        "none, 16, PLAIN, BF16",
        "fp16 GGUF, 16, PLAIN, BF16",
        "AWQ int4 g128, 4.15625, FUSED, BF16",
        "GPTQ int4, 4.15625, FUSED, BF16",
        "int4 g64 weight-only, 4.3125, FUSED, BF16",
        "w4a8 marlin-qqq, 4.15625, FUSED, INT8",
        "int8 weight-only, 8, INTEGER, INT8",
        "fp8 block, 8, PLAIN, FP8",
        "float8 weight-only, 8, PLAIN, BF16",
        "nvfp4, 4.5, PLAIN, FP4",
        "MXFP4, 4.25, FUSED, BF16",
        "nf4, 4.5, LOOKUP, BF16",
        "4.0bpw, 4, FUSED, BF16",
        "AQLM 1x16g8 (2 bit codes), 2, CODES, BF16",
        "GGUF Q6_K, 6.5625, BLOCKS, BF16",
        "never heard of, 16, PLAIN, BF16",
    })
    void wordsOfSourcesNameAForm(
            String words, double bits, WeightFormat.Kernel kernel, Precision arithmetic) {
        WeightFormat format = WeightFormat.of(words, PRIORS);
        assertEquals(bits, format.body().value() * 8, 0.01, words);
        assertEquals(kernel, format.kernel(), words);
        assertEquals(arithmetic, format.arithmetic(), words);
    }

    /** GB as a model card of a fine-tuned Yi-34B lists its files (TheBloke/deepsex-34b-GGUF). */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Q3_K_S, 14.96",
        "Q3_K_M, 16.64",
        "Q3_K_L, 18.14",
        "Q4_0, 19.47",
        "Q4_K_S, 19.54",
        "Q4_K_M, 20.66",
        "Q5_0, 23.71",
        "Q5_K_M, 24.32",
        "Q6_K, 28.21",
        "Q8_0, 36.54",
    })
    void blocksOfLlamaCppAddUpToThePublishedFile(String kind, double gigabytes) {
        Architecture yi =
                Shapes.of(
                        "layers 60 hidden 7168 heads 56 kv-heads 8 head 128 ffn 20480 vocabulary"
                                + " 64000 context 4096");
        ServedModel model =
                new ServedModel(
                        yi, new Parameters(34_388_917_248.0), new Parameters(34_388_917_248.0));
        double bytes =
                WeightSize.estimate(model, WeightFormat.of("GGUF " + kind, PRIORS), PRIORS)
                        .likely()
                        .value();
        assertEquals(gigabytes, bytes / 1e9, gigabytes * 0.004, kind);
    }
}
