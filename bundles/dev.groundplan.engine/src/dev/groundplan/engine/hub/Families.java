package dev.groundplan.engine.hub;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every kind of text model that can be counted, by the {@code model_type} of its configuration. */
final class Families {
    private static final String KV = "num_key_value_heads";
    private static final String HEAD = "head_dim";

    private static final Map<String, Kind> ALL = all();

    private Families() {}

    /**
     * A kind.
     *
     * @param absent sizes that hold when the key is left out
     * @param nested sizes that hold besides when they are left out inside a configuration of text
     *     and images, which is published as its difference from the kind's defaults
     */
    record Kind(Family family, Map<String, Integer> absent, Map<String, Integer> nested) {}

    static Optional<Kind> of(String modelType) {
        return Optional.ofNullable(ALL.get(modelType));
    }

    /** In alphabetical order. */
    static Iterable<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Kind> all() {
        Map<String, Kind> kinds = new TreeMap<>();
        dense(kinds);
        plain(kinds);
        experts(kinds);
        return Collections.unmodifiableMap(kinds);
    }

    private static void dense(Map<String, Kind> kinds) {
        put(kinds, "baichuan", DenseFamilies::baichuan, Map.of());
        put(kinds, "chatglm", DenseFamilies::chatglm, Map.of());
        put(kinds, "cohere", DenseFamilies::cohere, Map.of());
        put(kinds, "cohere2", DenseFamilies::cohere2, Map.of());
        put(kinds, "ernie4_5", DenseFamilies::ernie, Map.of());
        put(kinds, "exaone", DenseFamilies::exaone, Map.of());
        put(kinds, "exaone4", DenseFamilies::exaone4, Map.of(KV, 32));
        put(kinds, "gemma", DenseFamilies::gemma, Map.of(KV, 16, HEAD, 256));
        put(kinds, "gemma2", DenseFamilies::gemma2, Map.of(KV, 4, HEAD, 256));
        kinds.put(
                "gemma3_text",
                new Kind(
                        DenseFamilies::gemma3,
                        Map.of(KV, 4, HEAD, 256),
                        Map.of(
                                "vocab_size", 262_208,
                                "hidden_size", 2_304,
                                "intermediate_size", 9_216,
                                "num_hidden_layers", 26,
                                "num_attention_heads", 8,
                                "max_position_embeddings", 131_072)));
        put(kinds, "glm", DenseFamilies::glm, Map.of(KV, 2, HEAD, 128));
        put(kinds, "glm4", DenseFamilies::glm4, Map.of(KV, 2, HEAD, 128));
        put(kinds, "granite", DenseFamilies::llama, Map.of());
        put(kinds, "internlm", DenseFamilies::internlm, Map.of());
        put(kinds, "internlm2", DenseFamilies::internlm2, Map.of());
        kinds.put(
                "llama",
                new Kind(
                        DenseFamilies::llama,
                        Map.of(),
                        Map.of(
                                "vocab_size", 32_000,
                                "hidden_size", 4_096,
                                "intermediate_size", 11_008,
                                "num_hidden_layers", 32,
                                "num_attention_heads", 32,
                                "max_position_embeddings", 2_048)));
        put(kinds, "minicpm", DenseFamilies::minicpm, Map.of());
        kinds.put(
                "mistral",
                new Kind(
                        DenseFamilies::mistral,
                        Map.of(KV, 8),
                        Map.of(
                                "vocab_size", 32_000,
                                "hidden_size", 4_096,
                                "intermediate_size", 14_336,
                                "num_hidden_layers", 32,
                                "num_attention_heads", 32,
                                "max_position_embeddings", 131_072)));
        put(kinds, "nemotron", DenseFamilies::nemotron, Map.of());
        put(kinds, "olmo", DenseFamilies::olmo, Map.of());
        put(kinds, "olmo2", DenseFamilies::olmo2, Map.of());
        put(kinds, "olmo3", DenseFamilies::olmo3, Map.of());
        put(kinds, "phi3", DenseFamilies::phi3, Map.of());
        put(kinds, "qwen", DenseFamilies::qwen, Map.of());
        put(kinds, "qwen2", DenseFamilies::qwen2, Map.of(KV, 32));
        put(kinds, "qwen3", DenseFamilies::qwen3, Map.of(KV, 32, HEAD, 128));
        put(kinds, "smollm3", DenseFamilies::smollm3, Map.of(KV, 4));
        put(kinds, "stablelm", DenseFamilies::stablelm, Map.of(KV, 32));
        put(kinds, "stablelm_epoch", DenseFamilies::stablelm, Map.of(KV, 32));
    }

    private static void plain(Map<String, Kind> kinds) {
        put(kinds, "RefinedWeb", GptFamilies::refinedWeb, Map.of());
        put(kinds, "RefinedWebModel", GptFamilies::refinedWeb, Map.of());
        put(kinds, "bloom", GptFamilies::bloom, Map.of());
        put(kinds, "codegen", GptFamilies::gptJ, Map.of());
        put(kinds, "falcon", GptFamilies::falcon, Map.of());
        put(kinds, "gpt2", GptFamilies::gpt2, Map.of());
        put(kinds, "gpt_bigcode", GptFamilies::bigcode, Map.of());
        put(kinds, "gpt_neox", GptFamilies::neoX, Map.of());
        put(kinds, "gptj", GptFamilies::gptJ, Map.of());
        put(kinds, "mpt", GptFamilies::mpt, Map.of());
        put(kinds, "opt", GptFamilies::opt, Map.of());
        put(kinds, "phi", GptFamilies::phi, Map.of());
        put(kinds, "phi-msft", GptFamilies::olderPhi, Map.of());
        put(kinds, "starcoder2", GptFamilies::starcoder2, Map.of(KV, 2));
    }

    private static void experts(Map<String, Kind> kinds) {
        put(kinds, "dbrx", ExpertFamilies::dbrx, Map.of());
        put(kinds, "deepseek", ExpertFamilies::deepseek, Map.of());
        put(kinds, "deepseek_v2", ExpertFamilies::deepseek2, Map.of());
        put(kinds, "deepseek_v3", ExpertFamilies::deepseek3, Map.of());
        put(kinds, "glm4_moe", ExpertFamilies::glm4, Map.of(KV, 8));
        put(kinds, "gpt_oss", ExpertFamilies::gptOss, Map.of(KV, 8, HEAD, 64));
        put(kinds, "granitemoe", ExpertFamilies::granite, Map.of());
        put(kinds, "granitemoeshared", ExpertFamilies::granite, Map.of());
        put(kinds, "kimi_k2", ExpertFamilies::deepseek3, Map.of());
        put(kinds, "llama4_text", ExpertFamilies::llama4, Map.of(KV, 8, HEAD, 128));
        put(kinds, "mixtral", ExpertFamilies::mixtral, Map.of(KV, 8));
        put(kinds, "olmoe", ExpertFamilies::olmoe, Map.of());
        put(kinds, "phimoe", ExpertFamilies::phimoe, Map.of(KV, 8));
        put(kinds, "qwen2_moe", ExpertFamilies::qwen2, Map.of(KV, 16));
        put(kinds, "qwen3_moe", ExpertFamilies::qwen3, Map.of(KV, 4));
    }

    private static void put(
            Map<String, Kind> kinds, String name, Family family, Map<String, Integer> absent) {
        kinds.put(name, new Kind(family, absent, Map.of()));
    }
}
