package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Experts;
import dev.groundplan.core.plan.Architecture.LatentAttention;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.Positions;
import dev.groundplan.core.plan.Architecture.QkNorm;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.estimators.ModelShape;
import java.util.Optional;

/** Architectures as the file of published cases spells them. */
final class CaseArchitectures {
    /** A decoder without gate has a feed-forward part of four hidden widths, a gated one less. */
    private static final double PLAIN_FFN = 4;

    /** Below this share of the plain width, the feed-forward part is a gated one. */
    private static final double GATED_BELOW = 0.99;

    /** Width of a head of nearly every decoder since GPT-3. */
    private static final int USUAL_HEAD = 128;

    /** Rows of the vocabulary of the first open decoders. */
    private static final int USUAL_VOCABULARY = 32_000;

    private static final int USUAL_CONTEXT = 4_096;

    private CaseArchitectures() {}

    /**
     * The architecture that stands in the inputs, whole or in single sizes; empty when none does.
     */
    static Optional<Architecture> written(CaseInputs inputs) {
        return inputs.child("architecture")
                .filter(CaseArchitectures::isShaped)
                .or(() -> Optional.of(inputs).filter(CaseArchitectures::isShaped))
                .map(CaseArchitectures::read);
    }

    /** The usual dense decoder with so many parameters, in whole layers and heads. */
    static Architecture usual(Parameters parameters) {
        ModelShape shape = ModelShape.ofSize(parameters, Optional.empty());
        int heads = whole(shape.heads());
        int hidden = heads * USUAL_HEAD;
        return plain(whole(shape.layers()), hidden, heads, whole(shape.vocabulary()));
    }

    private static int whole(Count count) {
        return (int) Math.max(1, Math.round(count.value()));
    }

    private static Architecture plain(int layers, int hidden, int heads, int vocabulary) {
        return new Architecture(
                layers,
                hidden,
                heads,
                heads,
                Math.max(1, hidden / heads),
                (int) (PLAIN_FFN * hidden),
                vocabulary,
                USUAL_CONTEXT,
                false,
                false,
                Norm.RMS,
                2,
                QkNorm.NONE,
                AttentionBias.NONE,
                false,
                false,
                Positions.ROTARY,
                0,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                false,
                0);
    }

    private static boolean isShaped(CaseInputs inputs) {
        return inputs.number("layers").orElse(0) >= 1 && inputs.number("hidden").orElse(0) >= 1;
    }

    private static Architecture read(CaseInputs in) {
        int hidden = in.whole("hidden", 0);
        int layers = in.whole("layers", 0);
        int heads = in.whole("heads", Math.max(1, hidden / USUAL_HEAD));
        int ffn = in.whole("ffn", (int) (PLAIN_FFN * hidden));
        int context = in.whole("context", USUAL_CONTEXT);
        int rows = in.whole("learned_positions", 0);
        int window = in.whole("sliding_window", 0);
        boolean nested = in.has("norm") || in.has("norms_per_layer");
        return new Architecture(
                layers,
                hidden,
                heads,
                in.whole("kv_heads", heads),
                in.whole("head_dim", Math.max(1, hidden / Math.max(1, heads))),
                ffn,
                in.whole("vocab", USUAL_VOCABULARY),
                context,
                in.flag("gated_mlp").orElse(!nested && ffn < GATED_BELOW * PLAIN_FFN * hidden),
                in.flag("tied_embeddings").orElse(false),
                norm(in.words("norm")),
                in.whole("norms_per_layer", 2),
                switch (in.words("qk_norm")) {
                    case "head" -> QkNorm.HEAD;
                    case "full" -> QkNorm.FULL;
                    default -> QkNorm.NONE;
                },
                bias(in),
                in.flag("mlp_bias").orElse(false),
                in.flag("lm_head_bias").orElse(false),
                rows > 0 ? Positions.LEARNED : Positions.ROTARY,
                rows,
                in.flag("embedding_norm").orElse(false),
                in.whole("norms_per_layer", 2) == 1,
                experts(in, ffn),
                latent(in),
                window,
                window > 0 ? layers : 0,
                in.whole("attn_extra_params_per_layer", 0) > 0,
                0);
    }

    private static AttentionBias bias(CaseInputs in) {
        if (!in.flag("qkv_bias").orElse(false)) {
            return AttentionBias.NONE;
        }
        return in.flag("o_bias").orElse(false) ? AttentionBias.QKV_O : AttentionBias.QKV;
    }

    private static Norm norm(String word) {
        return switch (word) {
            case "ln" -> Norm.LAYER;
            case "ln_nobias" -> Norm.LAYER_NO_BIAS;
            case "none" -> Norm.NONE;
            default -> Norm.RMS;
        };
    }

    private static Optional<Experts> experts(CaseInputs in, int ffn) {
        Optional<CaseInputs> nested = in.child("moe");
        if (nested.isPresent()) {
            CaseInputs moe = nested.get();
            int width = moe.whole("ffn", ffn);
            return Optional.of(
                    new Experts(
                            moe.whole("E", 1),
                            moe.whole("k", 1),
                            moe.whole("shared", 0),
                            width,
                            moe.whole("shared_ffn", width),
                            moe.whole("dense_layers", 0),
                            Math.max(1, moe.whole("every", 1)),
                            moe.flag("router_bias").orElse(false),
                            false));
        }
        int count = in.whole("experts", 0);
        if (count < 1) {
            return Optional.empty();
        }
        int width = in.whole("expert_ffn", ffn);
        return Optional.of(
                new Experts(
                        count, in.whole("active_experts", 2), 0, width, width, 0, 1, false, false));
    }

    private static Optional<LatentAttention> latent(CaseInputs in) {
        Optional<CaseInputs> nested = in.child("mla");
        if (nested.isPresent()) {
            CaseInputs mla = nested.get();
            return Optional.of(
                    new LatentAttention(
                            mla.whole("kv_lora", 0),
                            mla.whole("q_lora", 0),
                            mla.whole("nope", 0),
                            mla.whole("rope", 0),
                            mla.whole("v", 0)));
        }
        int kv = in.whole("latent_kv", 0);
        int rope = in.whole("rope_head", 0);
        return kv < 1
                ? Optional.empty()
                : Optional.of(new LatentAttention(kv, 0, USUAL_HEAD, rope, USUAL_HEAD));
    }
}
