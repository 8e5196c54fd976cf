package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Experts;
import dev.groundplan.core.plan.Architecture.LatentAttention;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.Positions;
import dev.groundplan.core.plan.Architecture.QkNorm;
import java.util.Optional;

/** An architecture in the making; what a kind does not change is as in a Llama-like decoder. */
final class Shape {
    final int layers;
    final int hidden;
    final int heads;
    final int vocabulary;
    int kvHeads;
    int headDim;
    int ffn;
    int context;
    boolean gated = true;
    boolean tied;
    Norm norm = Norm.RMS;
    int norms = 2;
    QkNorm qkNorm = QkNorm.NONE;
    AttentionBias attentionBias = AttentionBias.NONE;
    boolean mlpBias;
    boolean headBias;
    Positions positions = Positions.ROTARY;
    int positionRows;
    boolean embeddingNorm;
    boolean parallel;
    int window;
    int windowLayers;
    boolean sinks;
    long visionParameters;
    private Optional<Experts> experts = Optional.empty();
    private Optional<LatentAttention> latent = Optional.empty();

    Shape(int layers, int hidden, int heads, int vocabulary) {
        this.layers = layers;
        this.hidden = hidden;
        this.heads = heads;
        this.vocabulary = vocabulary;
        kvHeads = heads;
        ffn = 4 * hidden;
    }

    /** The names that most kinds give to the sizes; a head is hidden over heads unless said. */
    static Shape usual(Config config) throws ImportRefusal {
        Shape shape =
                new Shape(
                        config.whole("num_hidden_layers"),
                        config.whole("hidden_size"),
                        config.whole("num_attention_heads"),
                        config.whole("vocab_size"));
        shape.kvHeads = config.whole("num_key_value_heads", shape.heads);
        shape.headDim =
                config.has("head_dim")
                        ? config.whole("head_dim")
                        : config.whole("head_dim", shape.dividedHead());
        shape.ffn = config.whole("intermediate_size");
        shape.context = config.whole("max_position_embeddings", 0);
        return shape;
    }

    /** The names of GPT-2 and what followed it. */
    static Shape older(Config config) throws ImportRefusal {
        Shape shape =
                new Shape(
                        config.first("n_layer", "num_hidden_layers", "num_layers"),
                        config.first("n_embd", "hidden_size", "n_embed"),
                        config.first("n_head", "num_attention_heads"),
                        config.whole("vocab_size"));
        shape.headDim = shape.dividedHead();
        shape.ffn = config.whole("n_inner", 4 * shape.hidden);
        shape.context = config.whole("n_positions", config.whole("max_position_embeddings", 0));
        shape.gated = false;
        shape.norm = Norm.LAYER;
        return shape;
    }

    /** Hidden over heads; 0 when that is no whole number, which {@link #architecture} refuses. */
    int dividedHead() {
        return hidden % heads == 0 ? hidden / heads : 0;
    }

    Shape tied(boolean yes) {
        tied = yes;
        return this;
    }

    Shape norm(Norm kind, int perLayer) {
        norm = kind;
        norms = perLayer;
        return this;
    }

    Shape qkNorm(QkNorm kind) {
        qkNorm = kind;
        return this;
    }

    Shape bias(AttentionBias attention, boolean mlp) {
        attentionBias = attention;
        mlpBias = mlp;
        return this;
    }

    /** All projections of the attention have a bias, or none has. */
    Shape bias(boolean attention, boolean mlp) {
        return bias(attention ? AttentionBias.QKV_O : AttentionBias.NONE, mlp);
    }

    Shape learnedPositions(int rows) {
        positions = Positions.LEARNED;
        positionRows = rows;
        return this;
    }

    /** A window as long as the context is none. */
    Shape window(int tokens, int inLayers) {
        if (tokens > 0 && inLayers > 0 && (context == 0 || tokens < context)) {
            window = tokens;
            windowLayers = inLayers;
        }
        return this;
    }

    Shape experts(Experts mixture) {
        experts = Optional.of(mixture);
        return this;
    }

    Shape latent(LatentAttention attention) {
        latent = Optional.of(attention);
        return this;
    }

    Architecture architecture() throws ImportRefusal {
        if (headDim == 0 && latent.isEmpty()) {
            throw new ImportRefusal(
                    "the width "
                            + hidden
                            + " is no multiple of the "
                            + heads
                            + " heads, and `head_dim` is missing");
        }
        return new Architecture(
                layers,
                hidden,
                heads,
                kvHeads,
                Math.max(1, headDim),
                ffn,
                vocabulary,
                context,
                gated,
                tied,
                norm,
                norms,
                qkNorm,
                attentionBias,
                mlpBias,
                headBias,
                positions,
                positions == Positions.LEARNED ? positionRows : context,
                embeddingNorm,
                parallel,
                experts,
                latent,
                window,
                windowLayers,
                sinks,
                visionParameters);
    }
}
