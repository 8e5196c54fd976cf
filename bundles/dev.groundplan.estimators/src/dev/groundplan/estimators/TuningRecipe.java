package dev.groundplan.estimators;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import java.util.Locale;
import java.util.Optional;

/**
 * What a tuning job trains and how it saves memory.
 *
 * @param bits of a quantised frozen base; empty for a 16-bit one
 * @param gptq the base is quantised by GPTQ, whose kernels are slower than those of NF4
 * @param everyLinear adapters on all linear layers, not on attention alone
 * @param trainable parameters that are trained, where counted
 * @param offloaded states live in the host's memory
 * @param sharded the frozen base, too, is spread over the devices
 * @param narrowOptimizer moments in 8 bits
 * @param fusedOptimizer each gradient is applied and dropped during the backward pass
 * @param chunkedLoss logits exist a chunk at a time
 */
public record TuningRecipe(
        Trained trained,
        Optional<Count> bits,
        boolean gptq,
        boolean everyLinear,
        Optional<Parameters> trainable,
        boolean offloaded,
        boolean sharded,
        boolean narrowOptimizer,
        boolean fusedOptimizer,
        boolean chunkedLoss) {
    /** Which weights change. */
    public enum Trained {
        /** All of them. */
        ALL,
        /** Adapters, or vectors before the prompt, beside a frozen base. */
        ADAPTERS,
        /** A projector before a frozen model. */
        PROJECTOR,
        /** A few layers at a time. */
        SOME_LAYERS,
        /** All, with moments of low rank. */
        LOW_RANK_MOMENTS
    }

    /** A recipe without savings. */
    public static TuningRecipe of(Trained trained, Optional<Count> bits) {
        return new TuningRecipe(
                trained, bits, false, false, Optional.empty(), false, false, false, false, false);
    }

    /**
     * The recipe that a source's words for its method and number format mean.
     *
     * @param method such as "QLoRA nf4", "full (8-bit opt, bwd-fused)", "frozen LLM, MLP projector"
     * @param format such as "bnb-int4"; may be blank
     */
    public static TuningRecipe of(String method, String format) {
        String m = method.toLowerCase(Locale.ROOT);
        String f = format.toLowerCase(Locale.ROOT);
        Optional<Count> bits =
                m.contains("qlora") || f.contains("nf4") || f.contains("int4")
                        ? Optional.of(Count.of(4))
                        : f.contains("int8") ? Optional.of(Count.of(8)) : Optional.empty();
        return new TuningRecipe(
                trained(m, bits.isPresent()),
                bits,
                f.contains("gptq"),
                m.contains("all"),
                Optional.empty(),
                m.contains("offload") && !m.contains("act"),
                m.contains("zero"),
                m.contains("8-bit") || m.contains("8bit"),
                m.contains("bwd") || m.contains("opt-in"),
                m.contains("chunk"));
    }

    private static Trained trained(String method, boolean quantised) {
        if (method.contains("frozen")) {
            return Trained.PROJECTOR;
        }
        if (method.contains("lisa") || method.contains("llama-pro")) {
            return Trained.SOME_LAYERS;
        }
        if (method.contains("galore")) {
            return Trained.LOW_RANK_MOMENTS;
        }
        boolean beside =
                quantised
                        || method.contains("lora")
                        || method.contains("dora")
                        || method.contains("adapter")
                        || method.contains("prompt");
        return beside ? Trained.ADAPTERS : Trained.ALL;
    }

    /** The same with so many parameters counted as trained. */
    public TuningRecipe training(Parameters counted) {
        return new TuningRecipe(
                trained == Trained.ALL ? Trained.ADAPTERS : trained,
                bits,
                gptq,
                everyLinear,
                Optional.of(counted),
                offloaded,
                sharded,
                narrowOptimizer,
                fusedOptimizer,
                chunkedLoss);
    }

    /** The same with adapters on all linear layers. */
    public TuningRecipe onEveryLinear() {
        return new TuningRecipe(
                trained,
                bits,
                gptq,
                true,
                trainable,
                offloaded,
                sharded,
                narrowOptimizer,
                fusedOptimizer,
                chunkedLoss);
    }

    /** The same with the base in so many bits. */
    public TuningRecipe quantised(Count to) {
        return new TuningRecipe(
                trained,
                Optional.of(to),
                gptq,
                everyLinear,
                trainable,
                offloaded,
                sharded,
                narrowOptimizer,
                fusedOptimizer,
                chunkedLoss);
    }

    /** Whether gradients of most weights are computed. */
    boolean full() {
        return trained == Trained.ALL || trained == Trained.LOW_RANK_MOMENTS;
    }
}
