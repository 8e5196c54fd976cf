package dev.groundplan.estimators;

import java.util.List;
import java.util.Locale;

/**
 * What the software of a server does between the kernels of a step, which decides its speed as much
 * as the device.
 */
public enum ServingEngine {
    /** Server with continuous batching, scheduled by an interpreted host. */
    SERVED,
    /** Server with continuous batching, scheduled by compiled code. */
    TUNED,
    /** Fused kernels, launched one by one for one static batch. */
    KERNELS,
    /** One sequence through a compiled graph or kernels made for it. */
    COMPILED,
    /** Kernels compiled once for devices of every maker, layers split over devices. */
    NATIVE,
    /** Layer after layer dispatched by an interpreted host. */
    EAGER;

    private record Words(ServingEngine engine, List<String> words) {}

    /** The first that matches counts: the more particular stand first. */
    private static final List<Words> WORDS =
            List.of(
                    new Words(
                            NATIVE, List.of("llama.cpp", "llama-cpp", "ollama", "gguf", "kobold")),
                    new Words(TUNED, List.of("tensorrt", "trt", "turbomind", "mlperf")),
                    new Words(SERVED, List.of("lmdeploy")),
                    new Words(
                            COMPILED,
                            List.of(
                                    "torchao",
                                    "compile",
                                    "gpt-fast",
                                    "mlc",
                                    "exllama",
                                    "tinychat",
                                    "awq",
                                    "gptq",
                                    "mlx")),
                    new Words(KERNELS, List.of("fastertransformer", "ds-inference", "deepspeed")),
                    new Words(
                            EAGER,
                            List.of(
                                    "transformers",
                                    "hugging",
                                    "litgpt",
                                    "eager",
                                    "pytorch",
                                    "accelerate",
                                    "swissarmy",
                                    "bitsandbytes")),
                    new Words(
                            SERVED,
                            List.of("vllm", "sglang", "tgi", "text-generation", "lightllm")));

    /** Engines that borrow the prefill of an eager framework. */
    private static final List<String> HOSTED = List.of("autoawq", "autogptq", "bitsandbytes");

    /** The nearest profile to a source's words; a server for words that name none. */
    public static ServingEngine of(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(w -> w.words().stream().anyMatch(text::contains))
                .findFirst()
                .map(Words::engine)
                .orElse(SERVED);
    }

    /** Whether the words name an engine that a profile was fitted for. */
    public static boolean known(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(w -> w.words().stream().anyMatch(text::contains));
    }

    /** Whether it computes prompts through the eager framework that it lives in. */
    static boolean hosted(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return HOSTED.stream().anyMatch(text::contains);
    }

    /** Whether new requests join a batch that is under way. */
    boolean batchesContinuously() {
        return this == SERVED || this == TUNED;
    }
}
