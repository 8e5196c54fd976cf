package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.Positions;

/**
 * Decoders with plain feed-forward parts, from GPT-2 on. The defaults are those of each kind's
 * configuration class in Hugging Face Transformers.
 */
final class GptFamilies {
    private GptFamilies() {}

    static Shape gpt2(Config config) throws ImportRefusal {
        config.refuseIf(
                config.flag("add_cross_attention", false),
                "add_cross_attention",
                "attention to an encoder");
        return older(config, true).bias(true, true).learnedPositions(rows(config));
    }

    static Shape bigcode(Config config) throws ImportRefusal {
        Shape shape = gpt2(config);
        shape.kvHeads = config.flag("multi_query", true) ? 1 : shape.heads;
        return shape;
    }

    /** GPT-J and CodeGen: one norm for both halves of a block, and a biased head. */
    static Shape gptJ(Config config) throws ImportRefusal {
        Shape shape = older(config, false).norm(Norm.LAYER, 1).bias(false, true);
        shape.parallel = true;
        shape.headBias = true;
        return shape;
    }

    static Shape neoX(Config config) throws ImportRefusal {
        Shape shape =
                plain(config)
                        .tied(DenseFamilies.tied(config, false))
                        .bias(config.flag("attention_bias", true), true);
        shape.parallel = config.flag("use_parallel_residual", true);
        return shape;
    }

    static Shape phi(Config config) throws ImportRefusal {
        config.refuseIf(config.flag("qk_layernorm", false), "qk_layernorm", "biased norms");
        return phi(plain(config), config);
    }

    /** Phi-1.5 and Phi-2 as first published, with the names of GPT-2. */
    static Shape olderPhi(Config config) throws ImportRefusal {
        config.refuseIf(config.has("n_head_kv"), "n_head_kv", "fewer heads for keys");
        return phi(older(config, false), config);
    }

    private static Shape phi(Shape shape, Config config) throws ImportRefusal {
        shape.parallel = true;
        shape.headBias = true;
        return shape.tied(DenseFamilies.tied(config, false)).norm(Norm.LAYER, 1).bias(true, true);
    }

    static Shape starcoder2(Config config) throws ImportRefusal {
        boolean bias = config.flag("use_bias", true);
        Shape shape = plain(config).tied(DenseFamilies.tied(config, true)).bias(bias, bias);
        return Windows.add(config, shape, "sliding_window", 0, Windows::all);
    }

    /** Positions begin at 2, so two rows more are stored than there are positions. */
    static Shape opt(Config config) throws ImportRefusal {
        Shape shape =
                new Shape(
                        config.whole("num_hidden_layers"),
                        config.whole("hidden_size"),
                        config.whole("num_attention_heads"),
                        config.whole("vocab_size"));
        boolean projected =
                config.has("word_embed_proj_dim")
                        && config.whole("word_embed_proj_dim") != shape.hidden;
        config.refuseIf(projected, "word_embed_proj_dim", "an embedding of another width");
        config.refuseIf(
                !config.flag("do_layer_norm_before", true)
                        || config.flag("_remove_final_layer_norm", false),
                "do_layer_norm_before",
                "no norm at the end");
        shape.headDim = shape.dividedHead();
        shape.ffn = config.whole("ffn_dim");
        shape.context = config.whole("max_position_embeddings", 2_048);
        shape.gated = false;
        boolean affine = config.flag("layer_norm_elementwise_affine", true);
        boolean bias = config.flag("enable_bias", true);
        return shape.tied(DenseFamilies.tied(config, true))
                .norm(affine ? Norm.LAYER : Norm.NONE, 2)
                .bias(bias, bias)
                .learnedPositions(shape.context + 2);
    }

    static Shape bloom(Config config) throws ImportRefusal {
        Shape shape = older(config, true).bias(true, true);
        shape.ffn = 4 * shape.hidden;
        shape.context = config.whole("seq_length", shape.context);
        shape.positions = Positions.ALIBI;
        shape.embeddingNorm = true;
        return shape;
    }

    static Shape mpt(Config config) throws ImportRefusal {
        Shape shape =
                new Shape(
                        config.whole("n_layers"),
                        config.whole("d_model"),
                        config.whole("n_heads"),
                        config.whole("vocab_size"));
        config.refuseIf(!config.flag("no_bias", true), "no_bias", "biases of its own");
        if (config.child("attn_config").isPresent()) {
            Config attention = config.child("attn_config").get();
            attention.refuseIf(!attention.flag("alibi", true), "alibi", "other positions");
            attention.refuseIf(attention.flag("qk_ln", false), "qk_ln", "norms of this kind");
            String type = attention.text("attn_type").orElse("multihead_attention");
            attention.refuseIf(!type.equals("multihead_attention"), "attn_type", type);
        }
        shape.headDim = shape.dividedHead();
        shape.ffn = config.whole("expansion_ratio", 4) * shape.hidden;
        shape.context = config.whole("max_seq_len", 0);
        shape.gated = false;
        shape.positions = Positions.ALIBI;
        return shape.tied(DenseFamilies.tied(config, true)).norm(Norm.LAYER_NO_BIAS, 2);
    }

    static Shape falcon(Config config) throws ImportRefusal {
        return falcon(config, config.flag("new_decoder_architecture", false));
    }

    /** The 40B model as first published, before the key for its architecture was there. */
    static Shape refinedWeb(Config config) throws ImportRefusal {
        return falcon(config, config.flag("new_decoder_architecture", config.has("n_head_kv")));
    }

    private static Shape falcon(Config config, boolean newer) throws ImportRefusal {
        Shape shape =
                new Shape(
                        config.first("num_hidden_layers", "n_layer"),
                        config.first("hidden_size", "n_embed"),
                        config.first("num_attention_heads", "n_head"),
                        config.whole("vocab_size"));
        boolean parallel = newer || config.flag("parallel_attn", true);
        int normsInParallel = config.whole("num_ln_in_parallel_attn", newer ? 2 : 1);
        boolean bias = config.flag("bias", false);
        int kvHeads = config.whole("num_kv_heads", config.whole("n_head_kv", shape.heads));
        shape.kvHeads = !newer && config.flag("multi_query", true) ? 1 : kvHeads;
        shape.headDim = shape.dividedHead();
        shape.ffn = config.whole("ffn_hidden_size", 4 * shape.hidden);
        shape.context = config.whole("max_position_embeddings", 2_048);
        shape.gated = false;
        shape.parallel = parallel;
        shape.positions = config.flag("alibi", false) ? Positions.ALIBI : Positions.ROTARY;
        return shape.tied(DenseFamilies.tied(config, true))
                .norm(Norm.LAYER, parallel ? normsInParallel : 2)
                .bias(bias, bias);
    }

    private static int rows(Config config) throws ImportRefusal {
        return config.whole("n_positions", 1_024);
    }

    private static Shape older(Config config, boolean tied) throws ImportRefusal {
        return Shape.older(config).tied(DenseFamilies.tied(config, tied));
    }

    /** Usual names, layer norms and no gate. */
    private static Shape plain(Config config) throws ImportRefusal {
        Shape shape = Shape.usual(config).norm(Norm.LAYER, 2).bias(AttentionBias.NONE, false);
        shape.gated = false;
        return shape;
    }
}
