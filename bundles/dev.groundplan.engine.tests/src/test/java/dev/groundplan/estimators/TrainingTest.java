package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Uncertain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

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

    /** Published accelerator-hours of whole runs; the general model alone, without a stated utilisation. */
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
                Plans.of(accelerators, memory == 800 ? Plans.h100() : Plans.a100(memory));
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

    /** LoRA, arXiv:2106.09685, and the resource tables of LitGPT and ms-swift. */
    @ParameterizedTest(name = "{0} rank {1} on {2}")
    @CsvSource({
        "gpt-3, 8, q v, 37748736",
        "gpt-3, 1, q v, 4718592",
        "llama-2-7b, 8, q v, 4194304",
        "llama-2-7b, 8, q_proj v_proj, 4194304",
        "qwen-7b, 8, qkv o gate up down, 17891328",
        "qwen-7b, 8, c_attn, 4194304",
        "qwen-7b, 64, c_attn, 33554432",
    })
    void trainableParametersOfLora(String model, int rank, String targets, long published) {
        Architecture shape = Shapes.of(model.equals("gpt-3") ? GPT_3 : LLAMA_2_7B);
        assertEquals(
                published,
                LoraFormula.trainable(
                                shape, new TuningMethod.Lora(rank, List.of(targets.split(" "))))
                        .value());
    }

    /** Qwen's profile of one A100 of 80 GB, one sequence at a time: gigabytes in all. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "lora, 256, 20.1", "lora, 1024, 21.5", "lora, 2048, 23.8", "lora, 8192, 36.6",
        "qlora, 256, 11.5", "qlora, 1024, 12.3", "qlora, 2048, 13.9", "qlora, 8192, 23.5",
    })
    void memoryOfLoraLiesNearTheMeasured(String method, int sequence, double gigabytes) {
        String qwen7b =
                "layers 32 hidden 4096 heads 32 kv-heads 32 head 128 ffn 11008 vocabulary 151936"
                    + " context 8192 attention-bias qkv";
        TuningMethod how =
                method.equals("lora")
                        ? new TuningMethod.Lora(64, List.of("all-linear"))
                        : new TuningMethod.Qlora(64, List.of("all-linear"), 4);
        TuningStage stage =
                Plans.tuning(
                        how,
                        List.of(Plans.dataset(Optional.of(1e7), Optional.empty())),
                        sequence,
                        Optional.of(Plans.of(1, Plans.a100(80))));
        double estimated =
                new Plans()
                                .existing(Plans.model("Qwen/Qwen-7B", qwen7b))
                                .facts()
                                .get(TrainingMemoryEstimation.class, stage)
                                .orElseThrow()
                                .total()
                                .value()
                                .likely()
                                .value()
                        / 1e9;
        assertEquals(1, estimated / gigabytes, 0.30, () -> estimated + " GB");
    }

    /** BLOOM's own tuning runs (bigscience, chronicles): gigabytes an A100 with ZeRO-1, recomputed. */
    @ParameterizedTest(name = "tp {1} pp {2} dp {3}")
    @CsvSource({"200e9, 8, 4, 12, 47", "200e9, 8, 5, 9, 44", "194e9, 8, 6, 8, 39"})
    void memoryOfThreeDimensionalTraining(
            double parameters, int tensor, int pipeline, int data, double gigabytes) {
        // GPT of 12·L·h² parameters, as those trials were
        int hidden = 14336;
        int layers = (int) Math.round(parameters / (12.0 * hidden * hidden));
        String shape =
                "layers "
                        + layers
                        + " hidden "
                        + hidden
                        + " heads 112 head 128 ffn 57344 vocabulary 50257 context 2048 gated no"
                        + " tied yes norm layer";
        PretrainStage stage =
                withMegatron(
                        Plans.pretrain(
                                shape,
                                1e9,
                                2048,
                                Optional.of(Plans.of(tensor * pipeline * data, Plans.a100(80))),
                                Plans.parallel(
                                        Optional.of(tensor),
                                        Optional.of(pipeline),
                                        Optional.of(data),
                                        Optional.of(1),
                                        Recompute.FULL)));
        double estimated =
                new Plans()
                                .existing(stage)
                                .facts()
                                .get(TrainingMemoryEstimation.class, stage)
                                .orElseThrow()
                                .total()
                                .value()
                                .likely()
                                .value()
                        / 1e9;
        assertEquals(1, estimated / gigabytes, 0.15, () -> estimated + " GB");
    }

    @Test
    void fewerBytesForQloraThanForLoraThanForFull() {
        assertTrue(
                memory(new TuningMethod.Qlora(16, List.of(), 4))
                        < memory(new TuningMethod.Lora(16, List.of())));
        assertTrue(memory(new TuningMethod.Lora(16, List.of())) < memory(new TuningMethod.Full()));
    }

    @Test
    void aJobWithoutACountGetsTheFewestAcceleratorsOnWhichItFits() {
        TuningStage stage =
                Plans.tuning(
                        new TuningMethod.Full(),
                        List.of(Plans.dataset(Optional.of(1e7), Optional.empty())),
                        2048,
                        Optional.of(Plans.any(Plans.a100(80))));
        Facts facts = new Plans().existing(Plans.model("llama", LLAMA_3_8B)).facts();
        TrainingMemoryEstimation memory =
                facts.get(TrainingMemoryEstimation.class, stage).orElseThrow();
        assertTrue(memory.fits());
        assertTrue(memory.accelerators().value() > 1);
        assertEquals(
                memory.accelerators(),
                facts.get(TrainingTimeEstimation.class, stage).orElseThrow().accelerators());
    }

    @Test
    void anExampleCountStandsInForTokensAndSaysSo() {
        TuningStage stage =
                Plans.tuning(
                        new TuningMethod.Lora(16, List.of("all-linear")),
                        List.of(Plans.dataset(Optional.empty(), Optional.of(52_000.0))),
                        2048,
                        Optional.of(Plans.of(1, Plans.a100(80))));
        TrainingComputeEstimation compute =
                new Plans()
                        .existing(Plans.model("llama", LLAMA_2_7B))
                        .facts()
                        .get(TrainingComputeEstimation.class, stage)
                        .orElseThrow();
        assertTrue(compute.tokens().value().widthRatio() > 2);
        assertTrue(compute.tokens().derivation().notes().toString().contains("examples"));
    }

    /** Alpaca, crfm.stanford.edu 2023-03-13: 52,002 examples, 3 epochs, full tuning in 24 A100 hours. */
    @Test
    void alpacaLiesInTheInterval() {
        TuningStage stage =
                Plans.tuning(
                        new TuningMethod.Full(),
                        List.of(Plans.dataset(Optional.empty(), Optional.of(52_002.0))),
                        512,
                        Optional.of(Plans.of(8, Plans.a100(80))));
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

    private static double memory(TuningMethod method) {
        TuningStage stage =
                Plans.tuning(
                        method,
                        List.of(Plans.dataset(Optional.of(1e7), Optional.empty())),
                        2048,
                        Optional.of(Plans.of(1, Plans.a100(80))));
        return new Plans()
                .existing(Plans.model("llama", LLAMA_3_8B))
                .facts()
                .get(TrainingMemoryEstimation.class, stage)
                .orElseThrow()
                .total()
                .value()
                .likely()
                .value();
    }

    private static PretrainStage withMegatron(PretrainStage s) {
        return new PretrainStage(
                s.id(),
                s.name(),
                s.label(),
                s.range(),
                s.after(),
                s.because(),
                s.architecture(),
                s.tokens(),
                s.on(),
                s.sequence(),
                s.precision(),
                s.batch(),
                s.hardware(),
                s.parallel(),
                Optional.of("megatron"),
                s.mfu(),
                s.goodput(),
                s.trials());
    }
}
