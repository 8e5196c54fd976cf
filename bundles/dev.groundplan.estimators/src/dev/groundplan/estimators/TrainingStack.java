package dev.groundplan.estimators;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How well a training framework's kernels are put together; an unknown name is like any fused one.
 */
public enum TrainingStack {
    /**
     * Megatron, NeMo and what stands on them: fused kernels, communication hidden behind computing.
     */
    MEGATRON,
    /** PyTorch with fused kernels or a compiler: torchtitan, OLMo-core, Lit-GPT's pre-training. */
    FUSED,
    /** Composer and LLM Foundry: fused, attention with linear biases in Triton. */
    FOUNDRY,
    /** Kernels launched one by one: Transformers, TRL, PEFT, torchtune without a compiler. */
    EAGER,
    /** JAX on tensor processors. */
    XLA,
    /** Nothing is said. */
    UNSTATED;

    private static final List<String> XLA_WORDS = List.of("maxtext", "jax", "xla");
    private static final List<String> MEGATRON_WORDS = List.of("megatron", "nemo", "bridge");
    private static final List<String> FOUNDRY_WORDS = List.of("foundry", "composer");
    private static final List<String> FUSED_WORDS =
            List.of("torchtitan", "fms", "compile", "fused", "unsloth");
    private static final List<String> EAGER_WORDS =
            List.of(
                    "transformers",
                    "hf",
                    "trl",
                    "swift",
                    "llama-factory",
                    "deepspeed",
                    "litgpt",
                    "torchtune",
                    "peft");

    /**
     * The stack that a framework's name, in anybody's words, belongs to; empty words are {@link
     * #UNSTATED}.
     */
    public static TrainingStack of(String words) {
        String framework = words.toLowerCase(Locale.ROOT);
        if (framework.isBlank()) {
            return UNSTATED;
        }
        if (names(framework, XLA_WORDS)) {
            return XLA;
        }
        if (names(framework, MEGATRON_WORDS)) {
            return MEGATRON;
        }
        if (names(framework, FOUNDRY_WORDS)) {
            return FOUNDRY;
        }
        if (names(framework, FUSED_WORDS)) {
            return FUSED;
        }
        return names(framework, EAGER_WORDS) ? EAGER : FUSED;
    }

    /** Whether the words name a framework that is told apart from others, or none at all. */
    public static boolean known(String words) {
        String framework = words.toLowerCase(Locale.ROOT);
        return framework.isBlank()
                || Stream.of(XLA_WORDS, MEGATRON_WORDS, FOUNDRY_WORDS, FUSED_WORDS, EAGER_WORDS)
                        .anyMatch(group -> names(framework, group));
    }

    private static boolean names(String framework, List<String> words) {
        return words.stream().anyMatch(framework::contains);
    }
}
