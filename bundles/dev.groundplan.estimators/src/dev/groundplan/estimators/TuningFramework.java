package dev.groundplan.estimators;

import java.util.Locale;

/**
 * What a tuning framework does where nobody tells it otherwise; an unknown name is like
 * Transformers.
 */
public enum TuningFramework {
    /**
     * Transformers, TRL, PEFT, LLaMA-Factory: kernels one by one, 32-bit copies of trained weights.
     */
    TRANSFORMERS,
    /** The same through DeepSpeed. */
    DEEPSPEED,
    /**
     * ms-swift: Transformers with 16-bit states; drops examples that are too long; splits a model
     * by layers.
     */
    SWIFT,
    /** torchtune: 16-bit states, the loss in chunks. */
    TORCHTUNE,
    /** LitGPT: 16-bit states. */
    LITGPT,
    /** Unsloth: hand-written kernels, no logits kept. */
    UNSLOTH,
    /** Megatron and NeMo. */
    MEGATRON,
    /** Nothing is said. */
    UNSTATED;

    /** The framework that a name, in anybody's words, stands for. */
    public static TuningFramework of(String words) {
        String name = words.toLowerCase(Locale.ROOT);
        if (name.isBlank()) {
            return UNSTATED;
        }
        if (name.contains("unsloth")) {
            return UNSLOTH;
        }
        if (name.contains("swift")) {
            return SWIFT;
        }
        if (name.contains("torchtune")) {
            return TORCHTUNE;
        }
        if (name.contains("litgpt") || name.contains("lit-gpt")) {
            return LITGPT;
        }
        if (name.contains("megatron") || name.contains("nemo")) {
            return MEGATRON;
        }
        return name.contains("deepspeed") ? DEEPSPEED : TRANSFORMERS;
    }

    /** Weights, gradients and moments all in 16 bits, 8 bytes a trained parameter. */
    boolean narrowStates() {
        return this == SWIFT || this == TORCHTUNE || this == LITGPT || this == UNSLOTH;
    }

    /** Whether the layers beside quantised ones are widened to 32 bits before tuning. */
    boolean widensRest() {
        return this != LITGPT && this != TORCHTUNE && this != UNSLOTH;
    }

    /**
     * Whether its own figures of memory are the peak of what its tensors took: without the context
     * of the device and without the gaps between blocks.
     */
    boolean reportsTensors() {
        return this == TORCHTUNE || this == LITGPT;
    }

    boolean eager() {
        return this != MEGATRON && this != UNSLOTH && this != UNSTATED;
    }

    /**
     * Layers are spread over devices and computed one device after another when one does not hold
     * them.
     */
    boolean splitsByLayers() {
        return this == SWIFT;
    }
}
