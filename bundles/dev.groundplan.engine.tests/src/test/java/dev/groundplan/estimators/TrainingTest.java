package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {
    static final String LLAMA_2_7B =
            "layers 32 hidden 4096 heads 32 kv-heads 32 head 128 ffn 11008 vocabulary 32000 context"
                    + " 4096";

    static final String LLAMA_3_8B =
            "layers 32 hidden 4096 heads 32 kv-heads 8 head 128 ffn 14336 vocabulary 128256 context"
                    + " 8192";

    static final String LLAMA_3_70B =
            "layers 80 hidden 8192 heads 64 kv-heads 8 head 128 ffn 28672 vocabulary 128256 context"
                    + " 8192";

    static final String GPT_3 =
            "layers 96 hidden 12288 heads 96 head 128 ffn 49152 vocabulary 50257 context 2048 gated"
                    + " no tied yes norm layer attention-bias qkv-o mlp-bias yes positions learned"
                    + " position-rows 2048";

    static final String PALM =
            "layers 118 hidden 18432 heads 48 kv-heads 1 head 256 ffn 73728 vocabulary 256000"
                    + " context 2048 tied yes norm layer-no-bias norms-per-layer 1";

    static final String BLOOMBERG_LIKE =
            "layers 70 hidden 7680 heads 40 head 192 ffn 30720 vocabulary 131072 context 2048 gated"
                    + " no tied yes norm layer attention-bias qkv-o mlp-bias yes embedding-norm yes"
                    + " positions alibi";

    static final String BLOOM =
            "layers 70 hidden 14336 heads 112 head 128 ffn 57344 vocabulary 250880 context 2048"
                    + " gated no tied yes norm layer attention-bias qkv-o mlp-bias yes embedding-norm"
                    + " yes positions alibi";

    /** PaLM, arXiv:2204.02311, appendix B: 6N + 12·L·H·Q·T FLOPs a token, 2.56e24 in all. */
    @Test
    void countsFlopsAsPalm() {
        PretrainStage stage = Plans.pretrain(PALM, 780e9, 2048, Optional.empty(), Parallel.NONE);
        double flop =
                new Plans()
                        .existing(stage)
                        .facts()
                        .get(TrainingComputeEstimation.class, stage)
                        .orElseThrow()
                        .flop()
                        .value()
                        .likely()
                        .value();
        assertEquals(2.56e24, flop, 0.01e24);
    }

    /**
     * Published accelerator-hours of whole runs; the general model alone, without a stated
     * utilisation.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // BloombergGPT, arXiv:2303.17564: about 53 days on 512 A100 of 40 GB, all activations
        // recomputed
        "bloomberg, 569e9, 2048, 40, 512, full, 651264, 0.30",
        // BLOOM, arXiv:2211.05100 and its carbon paper: 1,082,990 hours on 384 A100 of 80 GB,
        // recomputed
        "bloom, 366e9, 2048, 80, 384, full, 1082990, 0.25",
        // Llama 2, model card: 184,320 and 1,720,320 A100 hours
        "llama-2-7b, 2e12, 4096, 80, 512, none, 184320, 0.25",
        // Llama 3.1, model card: 7.0M H100 hours
        "llama-3-70b, 15e12, 8192, 800, 8192, none, 7000000, 0.25",
    })
    void hoursOfPublishedRunsLieInTheInterval(
            String model,
            double tokens,
            int sequence,
            int memory,
            int accelerators,
            String recompute,
            double published,
            double allowed) {
        String shape =
                switch (model) {
                    case "bloomberg" -> BLOOMBERG_LIKE;
                    case "bloom" -> BLOOM;
                    case "llama-2-7b" -> LLAMA_2_7B;
                    default -> LLAMA_3_70B;
                };
        Hardware hardware =
                Devices.of(accelerators, memory == 800 ? Devices.h100() : Devices.a100(memory));
        PretrainStage stage =
                Plans.pretrain(
                        shape,
                        tokens,
                        sequence,
                        Optional.of(hardware),
                        Plans.recompute(Recompute.of(recompute).orElseThrow()));
        Uncertain<AcceleratorHours> hours =
                new Plans()
                        .existing(stage)
                        .facts()
                        .get(TrainingTimeEstimation.class, stage)
                        .orElseThrow()
                        .hours()
                        .value();
        assertEquals(1, hours.likely().value() / published, allowed, hours::toString);
        assertTrue(
                hours.low().value() <= published && published <= hours.high().value(),
                () -> published + " not in " + hours);
    }

    @Test
    void anExampleCountStandsInForTokensAndSaysSo() {
        TuningStage stage =
                Plans.tuning(
                        new TuningMethod.Lora(16, List.of("all-linear")),
                        List.of(Plans.dataset(Optional.empty(), Optional.of(52_000.0))),
                        2048,
                        Optional.of(Devices.of(1, Devices.a100(80))));
        TrainingComputeEstimation compute =
                new Plans()
                        .existing(Plans.model("llama", LLAMA_2_7B))
                        .facts()
                        .get(TrainingComputeEstimation.class, stage)
                        .orElseThrow();
        assertTrue(compute.tokens().value().widthRatio() > 2);
        assertTrue(compute.tokens().derivation().notes().toString().contains("examples"));
    }

    /**
     * Alpaca, crfm.stanford.edu 2023-03-13: 52,002 examples, 3 epochs, full tuning in 24 A100
     * hours.
     */
    @Test
    void alpacaLiesInTheInterval() {
        TuningStage stage =
                Plans.tuning(
                        new TuningMethod.Full(),
                        List.of(Plans.dataset(Optional.empty(), Optional.of(52_002.0))),
                        512,
                        Optional.of(Devices.of(8, Devices.a100(80))));
        Uncertain<AcceleratorHours> hours =
                new Plans()
                        .existing(Plans.model("llama", LLAMA_2_7B))
                        .facts()
                        .get(TrainingTimeEstimation.class, stage)
                        .orElseThrow()
                        .hours()
                        .value();
        assertTrue(hours.low().value() <= 24 && 24 <= hours.high().value(), hours::toString);
    }
}
