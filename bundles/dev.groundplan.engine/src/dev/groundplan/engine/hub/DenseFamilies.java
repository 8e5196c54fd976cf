package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.Positions;
import dev.groundplan.core.plan.Architecture.QkNorm;

/**
 * Decoders with gated feed-forward parts, and their near relatives. The defaults are those of each
 * kind's configuration class in Hugging Face Transformers.
 */
final class DenseFamilies {
    private static final String WINDOW = "sliding_window";
    private static final String PATTERN = "sliding_window_pattern";

    private DenseFamilies() {}

    static Shape llama(Config config) throws ImportRefusal {
        return Shape.usual(config)
                .tied(tied(config, false))
                .bias(config.flag("attention_bias", false), config.flag("mlp_bias", false));
    }

    static Shape mistral(Config config) throws ImportRefusal {
        Shape shape = Shape.usual(config).tied(tied(config, false));
        return Windows.add(config, shape, WINDOW, 4_096, Windows::all);
    }

    static Shape qwen2(Config config) throws ImportRefusal {
        Shape shape = Shape.usual(config).tied(tied(config, false)).bias(AttentionBias.QKV, false);
        return upperWindow(config, shape);
    }

    static Shape qwen3(Config config) throws ImportRefusal {
        Shape shape =
                Shape.usual(config)
                        .tied(tied(config, false))
                        .qkNorm(QkNorm.HEAD)
                        .bias(config.flag("attention_bias", false), false);
        return upperWindow(config, shape);
    }

    /** Qwen's window is off unless asked for, and then of the layers above a given one. */
    static Shape upperWindow(Config config, Shape shape) throws ImportRefusal {
        if (!config.flag("use_sliding_window", false)) {
            return shape;
        }
        int below = config.count("max_window_layers", 28);
        return Windows.add(config, shape, WINDOW, 4_096, layers -> Math.max(0, layers - below));
    }

    static Shape phi3(Config config) throws ImportRefusal {
        Shape shape = Shape.usual(config).tied(tied(config, false));
        config.refuseIf(config.flag("attention_bias", false), "attention_bias", "a bias");
        return Windows.add(config, shape, WINDOW, 0, Windows::all);
    }

    static Shape smollm3(Config config) throws ImportRefusal {
        Shape shape = llama(config).tied(tied(config, true));
        return config.flag("use_sliding_window", false)
                ? Windows.add(config, shape, WINDOW, 0, Windows.allButOneIn(4))
                : shape;
    }

    static Shape olmo(Config config) throws ImportRefusal {
        return llama(config).norm(Norm.NONE, 2).bias(attentionBias(config), false);
    }

    static Shape olmo2(Config config) throws ImportRefusal {
        return Shape.usual(config)
                .tied(tied(config, false))
                .qkNorm(QkNorm.FULL)
                .bias(attentionBias(config), false);
    }

    static Shape olmo3(Config config) throws ImportRefusal {
        return Windows.add(config, olmo2(config), WINDOW, 4_096, Windows.allButOneIn(4));
    }

    static Shape gemma(Config config) throws ImportRefusal {
        return Shape.usual(config).tied(tied(config, true)).bias(attentionBias(config), false);
    }

    static Shape gemma2(Config config) throws ImportRefusal {
        Shape shape = gemma(config).norm(Norm.RMS, 4);
        return Windows.add(config, shape, WINDOW, 4_096, Windows::everyOther);
    }

    static Shape gemma3(Config config) throws ImportRefusal {
        Shape shape = gemma(config).norm(Norm.RMS, 4).qkNorm(QkNorm.HEAD);
        int pattern = config.whole(PATTERN, 6);
        return Windows.add(config, shape, WINDOW, 4_096, Windows.allButOneIn(pattern));
    }

    static Shape cohere(Config config) throws ImportRefusal {
        Shape shape =
                Shape.usual(config)
                        .tied(tied(config, true))
                        .norm(Norm.LAYER_NO_BIAS, 1)
                        .qkNorm(config.flag("use_qk_norm", false) ? QkNorm.FULL : QkNorm.NONE)
                        .bias(attentionBias(config), false);
        shape.parallel = true;
        return shape;
    }

    static Shape cohere2(Config config) throws ImportRefusal {
        int pattern = config.whole(PATTERN, 4);
        return Windows.add(config, cohere(config), WINDOW, 4_096, Windows.allButOneIn(pattern));
    }

    static Shape stablelm(Config config) throws ImportRefusal {
        boolean parallel = config.flag("use_parallel_residual", false);
        Shape shape =
                Shape.usual(config)
                        .tied(tied(config, false))
                        .norm(Norm.LAYER, parallel ? 1 : 2)
                        .qkNorm(config.flag("qk_layernorm", false) ? QkNorm.FULL : QkNorm.NONE)
                        .bias(qkv(config.flag("use_qkv_bias", false)), false);
        shape.parallel = parallel;
        return shape;
    }

    static Shape glm(Config config) throws ImportRefusal {
        return Shape.usual(config)
                .tied(tied(config, false))
                .bias(qkv(attentionBias(config)), false);
    }

    static Shape glm4(Config config) throws ImportRefusal {
        return glm(config).norm(Norm.RMS, 4);
    }

    static Shape nemotron(Config config) throws ImportRefusal {
        Shape shape = llama(config).norm(Norm.LAYER, 2);
        shape.gated = false;
        return shape;
    }

    static Shape ernie(Config config) throws ImportRefusal {
        boolean bias = config.flag("use_bias", false);
        return Shape.usual(config).tied(tied(config, true)).bias(bias, bias);
    }

    static Shape exaone(Config config) throws ImportRefusal {
        return Shape.usual(config.named("num_layers", "num_hidden_layers"))
                .tied(tied(config, false));
    }

    static Shape exaone4(Config config) throws ImportRefusal {
        Shape shape = Shape.usual(config).tied(tied(config, false)).qkNorm(QkNorm.HEAD);
        return Windows.add(config, shape, WINDOW, 4_096, Windows.allButOneIn(4));
    }

    static Shape internlm2(Config config) throws ImportRefusal {
        return Shape.usual(config)
                .tied(tied(config, false))
                .bias(config.flag("bias", false), false);
    }

    static Shape internlm(Config config) throws ImportRefusal {
        return Shape.usual(config).tied(tied(config, false)).bias(config.flag("bias", true), false);
    }

    /** The larger ones use ALiBi, and only they name no longest position. */
    static Shape baichuan(Config config) throws ImportRefusal {
        Shape shape = Shape.usual(config).tied(tied(config, false));
        if (!config.has("max_position_embeddings")) {
            shape.positions = Positions.ALIBI;
            shape.context = config.whole("model_max_length", 0);
        }
        return shape;
    }

    static Shape minicpm(Config config) throws ImportRefusal {
        config.refuseIf(config.count("num_experts", 0) > 0, "num_experts", "experts of this kind");
        return llama(config).tied(tied(config, true));
    }

    /** Two matrices of half the width that the configuration names make the gated part. */
    static Shape qwen(Config config) throws ImportRefusal {
        config.refuseIf(!config.flag("no_bias", true), "no_bias", "biases of its own");
        Shape shape = Shape.usual(config).tied(tied(config, false)).bias(AttentionBias.QKV, false);
        shape.headDim = config.whole("kv_channels", shape.headDim);
        shape.ffn = shape.ffn / 2;
        shape.context = config.whole("seq_length", shape.context);
        return shape;
    }

    static Shape chatglm(Config config) throws ImportRefusal {
        Shape shape =
                new Shape(
                        config.whole("num_layers"),
                        config.whole("hidden_size"),
                        config.whole("num_attention_heads"),
                        config.whole("padded_vocab_size"));
        boolean norms =
                config.flag("rmsnorm", true)
                        && config.flag("post_layer_norm", true)
                        && !config.flag("add_bias_linear", false);
        config.refuseIf(!norms, "rmsnorm", "this variant of ChatGLM");
        shape.headDim = config.whole("kv_channels", 128);
        shape.ffn = config.whole("ffn_hidden_size", 13_696);
        shape.context = config.whole("seq_length", 2_048);
        if (config.flag("multi_query_attention", false)) {
            shape.kvHeads = config.whole("multi_query_group_num", 1);
        }
        return shape.tied(tied(config, false)).bias(qkv(config.flag("add_qkv_bias", false)), false);
    }

    static boolean tied(Config config, boolean otherwise) throws ImportRefusal {
        return config.flag("tie_word_embeddings", otherwise);
    }

    static boolean attentionBias(Config config) throws ImportRefusal {
        return config.flag("attention_bias", false);
    }

    private static AttentionBias qkv(boolean yes) {
        return yes ? AttentionBias.QKV : AttentionBias.NONE;
    }
}
