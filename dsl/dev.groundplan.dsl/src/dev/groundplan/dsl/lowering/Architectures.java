package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Experts;
import dev.groundplan.core.plan.Architecture.LatentAttention;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.Positions;
import dev.groundplan.core.plan.Architecture.QkNorm;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Parameters;
import java.util.Optional;

/** Reads {@code architecture { … }}; what is left out has the default of a Llama-like decoder. */
final class Architectures {
    /** Without these nothing can be counted. */
    private static final int MISSING = 0;

    private Architectures() {}

    /** Empty when layers, width, heads or vocabulary are missing: then nothing can be counted. */
    static Optional<Stated<Architecture>> of(Block owner) {
        return owner.child("Architecture")
                .flatMap(block -> read(block).map(a -> Stated.written(a, block.header())));
    }

    private static Optional<Architecture> read(Block block) {
        int layers = block.whole("layers", MISSING);
        int hidden = block.whole("hidden", MISSING);
        int heads = block.whole("heads", MISSING);
        int vocabulary = block.whole("vocabulary", MISSING);
        if (layers == MISSING || hidden == MISSING || heads == MISSING || vocabulary == MISSING) {
            return Optional.empty();
        }
        int ffn = block.whole("ffn", 4 * hidden);
        int context = block.whole("context", 0);
        return Optional.of(
                new Architecture(
                        layers,
                        hidden,
                        heads,
                        block.whole("kv-heads", heads),
                        block.whole("head", Math.max(1, hidden / heads)),
                        ffn,
                        vocabulary,
                        context,
                        block.flag("gated").orElse(true),
                        block.flag("tied").orElse(false),
                        norm(block.text("norm").orElse("rms")),
                        block.whole("norms-per-layer", 2),
                        qkNorm(block.text("qk-norm").orElse("none")),
                        attentionBias(block.text("attention-bias").orElse("none")),
                        block.flag("mlp-bias").orElse(false),
                        block.flag("head-bias").orElse(false),
                        positions(block.text("positions").orElse("rotary")),
                        block.whole("position-rows", context),
                        block.flag("embedding-norm").orElse(false),
                        block.says("blocks", "parallel"),
                        experts(block, ffn),
                        latent(block),
                        block.whole("window", 0),
                        block.whole("window-layers", 0),
                        block.flag("sinks").orElse(false),
                        block.exact("vision-parameters", Dimension.PARAMETERS)
                                .map(Stated::value)
                                .map(Parameters::value)
                                .map(Math::round)
                                .orElse(0L)));
    }

    private static Optional<Experts> experts(Block block, int ffn) {
        int count = block.whole("experts", 0);
        if (count == 0) {
            return Optional.empty();
        }
        int expertFfn = block.whole("expert-ffn", ffn);
        return Optional.of(
                new Experts(
                        count,
                        block.whole("active-experts", 1),
                        block.whole("shared-experts", 0),
                        expertFfn,
                        block.whole("shared-ffn", expertFfn),
                        block.whole("dense-layers", 0),
                        Math.max(1, block.whole("expert-every", 1)),
                        block.flag("router-bias").orElse(false),
                        block.flag("shared-gate").orElse(false)));
    }

    private static Optional<LatentAttention> latent(Block block) {
        return block.whole("latent-kv")
                .map(
                        kv ->
                                new LatentAttention(
                                        kv,
                                        block.whole("latent-q", 0),
                                        block.whole("nope-head", 0),
                                        block.whole("rope-head", 0),
                                        block.whole("value-head", 0)));
    }

    private static Norm norm(String word) {
        return switch (word) {
            case "layer" -> Norm.LAYER;
            case "layer-no-bias" -> Norm.LAYER_NO_BIAS;
            case "none" -> Norm.NONE;
            default -> Norm.RMS;
        };
    }

    private static QkNorm qkNorm(String word) {
        return switch (word) {
            case "head" -> QkNorm.HEAD;
            case "full" -> QkNorm.FULL;
            default -> QkNorm.NONE;
        };
    }

    private static AttentionBias attentionBias(String word) {
        return switch (word) {
            case "qkv" -> AttentionBias.QKV;
            case "qkv-o" -> AttentionBias.QKV_O;
            default -> AttentionBias.NONE;
        };
    }

    private static Positions positions(String word) {
        return switch (word) {
            case "alibi" -> Positions.ALIBI;
            case "learned" -> Positions.LEARNED;
            default -> Positions.ROTARY;
        };
    }
}
