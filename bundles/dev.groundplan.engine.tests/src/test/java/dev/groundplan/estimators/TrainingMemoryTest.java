package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingMemoryTest {
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
        Architecture shape =
                Shapes.of(model.equals("gpt-3") ? TrainingTest.GPT_3 : TrainingTest.LLAMA_2_7B);
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
                        Optional.of(Devices.of(1, Devices.a100(80))));
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
        // long sequences are where frameworks differ most: another measured 48 GiB for the same
        // model by LoRA at 8192 tokens, where this profile has 36.6 GB
        assertEquals(1, estimated / gigabytes, 0.40, () -> estimated + " GB");
    }

    /**
     * BLOOM's own tuning runs (bigscience, chronicles): gigabytes an A100 with ZeRO-1, recomputed.
     */
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
                                Optional.of(Devices.of(tensor * pipeline * data, Devices.a100(80))),
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
                        Optional.of(Devices.any(Devices.a100(80))));
        Facts facts = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B)).facts();
        TrainingMemoryEstimation memory =
                facts.get(TrainingMemoryEstimation.class, stage).orElseThrow();
        assertTrue(memory.fits());
        assertTrue(memory.accelerators().value() > 1);
        assertEquals(
                memory.accelerators(),
                facts.get(TrainingTimeEstimation.class, stage).orElseThrow().accelerators());
    }

    private static double memory(TuningMethod method) {
        TuningStage stage =
                Plans.tuning(
                        method,
                        List.of(Plans.dataset(Optional.of(1e7), Optional.empty())),
                        2048,
                        Optional.of(Devices.of(1, Devices.a100(80))));
        return new Plans()
                .existing(Plans.model("llama", TrainingTest.LLAMA_3_8B))
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
                s.notBefore(),
                s.because(),
                s.base(),
                s.architecture(),
                s.tokenizer(),
                s.tokens(),
                s.on(),
                s.sequence(),
                s.precision(),
                s.batch(),
                s.hardware(),
                s.parallel(),
                Optional.of("megatron"),
                s.optimizer(),
                s.mfu(),
                s.goodput(),
                s.trials(),
                s.overtrained(),
                s.checkpoint());
    }
}
