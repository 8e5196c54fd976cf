package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture.Experts;
import dev.groundplan.core.plan.Architecture.LatentAttention;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.QkNorm;
import dev.groundplan.engine.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mixtures of experts. The defaults are those of each kind's configuration class in Hugging Face
 * Transformers; how many experts there are and how wide must stand in the file.
 */
final class ExpertFamilies {
    private static final String LOCAL = "num_local_experts";
    private static final String PER_TOKEN = "num_experts_per_tok";
    private static final String WIDTH = "moe_intermediate_size";
    private static final String WINDOW = "sliding_window";

    private ExpertFamilies() {}

    static Shape mixtral(Config config) throws ImportRefusal {
        Shape shape = Shape.usual(config).tied(DenseFamilies.tied(config, false));
        shape.experts(everywhere(config, LOCAL, shape.ffn, false));
        return Windows.add(config, shape, WINDOW, 0, Windows::all);
    }

    static Shape phimoe(Config config) throws ImportRefusal {
        Shape shape = mixtral(config).norm(Norm.LAYER, 2);
        shape.headBias = config.flag("lm_head_bias", false);
        return shape.bias(DenseFamilies.attentionBias(config), false);
    }

    static Shape granite(Config config) throws ImportRefusal {
        Shape shape =
                Shape.usual(config)
                        .tied(DenseFamilies.tied(config, false))
                        .bias(DenseFamilies.attentionBias(config), false);
        int shared = config.count("shared_intermediate_size", 0);
        return shape.experts(
                new Experts(
                        config.whole(LOCAL),
                        config.whole(PER_TOKEN),
                        shared > 0 ? 1 : 0,
                        shape.ffn,
                        shared > 0 ? shared : shape.ffn,
                        0,
                        1,
                        false,
                        false));
    }

    static Shape olmoe(Config config) throws ImportRefusal {
        Shape shape = DenseFamilies.olmo2(config);
        return shape.experts(everywhere(config, "num_experts", shape.ffn, false));
    }

    /** Every projection has a bias, that of the router and of the experts, too. */
    static Shape gptOss(Config config) throws ImportRefusal {
        Shape shape =
                Shape.usual(config)
                        .tied(DenseFamilies.tied(config, false))
                        .bias(config.flag("attention_bias", true), true);
        shape.sinks = true;
        shape.experts(everywhere(config, LOCAL, shape.ffn, true));
        return Windows.add(config, shape, WINDOW, 128, Windows::everyOther);
    }

    static Shape dbrx(Config config) throws ImportRefusal {
        Config attention =
                config.child("attn_config")
                        .orElseThrow(() -> new ImportRefusal("`attn_config` is missing"));
        Config experts =
                config.child("ffn_config")
                        .orElseThrow(() -> new ImportRefusal("`ffn_config` is missing"));
        Shape shape =
                new Shape(
                        config.whole("n_layers"),
                        config.whole("d_model"),
                        config.whole("n_heads"),
                        config.whole("vocab_size"));
        shape.kvHeads = attention.whole("kv_n_heads");
        shape.headDim = shape.dividedHead();
        shape.ffn = experts.whole("ffn_hidden_size");
        shape.context = config.whole("max_seq_len", 0);
        return shape.tied(DenseFamilies.tied(config, false))
                .norm(Norm.LAYER_NO_BIAS, 2)
                .experts(
                        new Experts(
                                experts.whole("moe_num_experts"),
                                experts.whole("moe_top_k"),
                                0,
                                shape.ffn,
                                shape.ffn,
                                0,
                                1,
                                false,
                                false));
    }

    static Shape qwen2(Config config) throws ImportRefusal {
        Shape shape = DenseFamilies.qwen2(config);
        int width = config.whole(WIDTH);
        int shared = config.whole("shared_expert_intermediate_size");
        return qwen(config, shape, new Experts(1, 1, 1, width, shared, 0, 1, false, true));
    }

    static Shape qwen3(Config config) throws ImportRefusal {
        Shape shape = DenseFamilies.qwen3(config);
        int width = config.whole(WIDTH);
        return qwen(config, shape, new Experts(1, 1, 0, width, width, 0, 1, false, false));
    }

    /** Experts stand in every so many layers, but for those that are named. */
    private static Shape qwen(Config config, Shape shape, Experts mixture) throws ImportRefusal {
        int step = config.whole("decoder_sparse_step", 1);
        Set<Integer> dense = layers(config, "mlp_only_layers", shape.layers);
        int withExperts = 0;
        for (int layer = 0; layer < shape.layers; layer++) {
            withExperts += (layer + 1) % step == 0 && !dense.contains(layer) ? 1 : 0;
        }
        boolean regular = dense.isEmpty();
        return shape.experts(
                new Experts(
                        config.whole("num_experts"),
                        config.whole(PER_TOKEN),
                        mixture.shared(),
                        mixture.ffn(),
                        mixture.sharedFfn(),
                        regular ? 0 : shape.layers - withExperts,
                        regular ? step : 1,
                        false,
                        mixture.sharedGate()));
    }

    static Shape glm4(Config config) throws ImportRefusal {
        Shape shape =
                DenseFamilies.glm(config)
                        .qkNorm(config.flag("use_qk_norm", false) ? QkNorm.HEAD : QkNorm.NONE);
        return shape.experts(routed(config, true));
    }

    static Shape deepseek(Config config) throws ImportRefusal {
        Shape shape = DenseFamilies.llama(config);
        return config.has("n_routed_experts") ? shape.experts(routed(config, false)) : shape;
    }

    static Shape deepseek2(Config config) throws ImportRefusal {
        return latent(config, false);
    }

    /** The bias that balances the load of the experts is stored with the weights. */
    static Shape deepseek3(Config config) throws ImportRefusal {
        return latent(config, true);
    }

    private static Shape latent(Config config, boolean routerBias) throws ImportRefusal {
        config.refuseIf(
                DenseFamilies.attentionBias(config), "attention_bias", "biases of this attention");
        Shape shape = Shape.usual(config).tied(DenseFamilies.tied(config, false));
        shape.kvHeads = shape.heads;
        if (config.has("n_routed_experts")) {
            shape.experts(routed(config, routerBias));
        }
        return shape.latent(
                new LatentAttention(
                        config.whole("kv_lora_rank", 512),
                        config.says("q_lora_rank") ? config.count("q_lora_rank", 0) : 1_536,
                        config.whole("qk_nope_head_dim", 128),
                        config.whole("qk_rope_head_dim", 64),
                        config.whole("v_head_dim", 128)));
    }

    /** Experts after the first dense layers, and shared ones of the same width. */
    private static Experts routed(Config config, boolean routerBias) throws ImportRefusal {
        config.refuseIf(
                config.whole("moe_layer_freq", 1) != 1, "moe_layer_freq", "layers that alternate");
        int width = config.whole(WIDTH);
        return new Experts(
                config.whole("n_routed_experts"),
                config.whole(PER_TOKEN),
                config.count("n_shared_experts", 0),
                width,
                width,
                config.count("first_k_dense_replace", 0),
                1,
                routerBias,
                false);
    }

    /** The dense layers of a mixture of both are wider than an expert. */
    static Shape llama4(Config config) throws ImportRefusal {
        config.refuseIf(
                DenseFamilies.attentionBias(config), "attention_bias", "biases of this attention");
        Shape shape = Shape.usual(config).tied(DenseFamilies.tied(config, false));
        int width = shape.ffn;
        shape.ffn = config.whole("intermediate_size_mlp", 16_384);
        int step = config.whole("interleave_moe_layer_step", 1);
        Set<Integer> named = layers(config, "moe_layers", shape.layers);
        int dense = named.isEmpty() ? 0 : shape.layers - named.size();
        shape.experts(
                new Experts(
                        config.whole(LOCAL),
                        config.whole(PER_TOKEN),
                        1,
                        width,
                        width,
                        isEvery(named, step, shape.layers) ? 0 : dense,
                        isEvery(named, step, shape.layers) ? step : 1,
                        false,
                        false));
        int interval = config.whole("no_rope_layer_interval", 4);
        List<?> rotary = config.list("no_rope_layers");
        int chunked = (int) rotary.stream().filter(l -> !isZero(l)).count();
        return Windows.add(
                config,
                shape,
                "attention_chunk_size",
                8_192,
                rotary.isEmpty() ? Windows.allButOneIn(interval) : layers -> chunked);
    }

    private static boolean isZero(Object layer) {
        return layer instanceof Json.Digits digits && digits.whole().orElse(1) == 0;
    }

    private static boolean isEvery(Set<Integer> named, int step, int layers) {
        return named.isEmpty()
                || named.size() == layers / step
                        && named.stream().allMatch(layer -> (layer + 1) % step == 0);
    }

    private static Experts everywhere(Config config, String count, int width, boolean routerBias)
            throws ImportRefusal {
        return new Experts(
                config.whole(count),
                config.whole(PER_TOKEN),
                0,
                width,
                width,
                0,
                1,
                routerBias,
                false);
    }

    private static Set<Integer> layers(Config config, String key, int layers) throws ImportRefusal {
        Set<Integer> numbers = new HashSet<>();
        for (Object layer : config.list(key)) {
            long number = layer instanceof Json.Digits digits ? digits.whole().orElse(-1) : -1;
            if (number < 0 || number >= layers) {
                throw new ImportRefusal(
                        "`" + key + "` names a layer that is not among the " + layers);
            }
            numbers.add((int) number);
        }
        return numbers;
    }
}
