package dev.groundplan.core.plan;

import java.util.Optional;

/**
 * The shape of a decoder, as its configuration gives it; left-out parts have the defaults of a
 * Llama-like decoder.
 *
 * @param layers decoder blocks
 * @param hidden width of the residual stream
 * @param heads query heads a layer
 * @param kvHeads key and value heads a layer
 * @param headDim width of a head; not always hidden / heads
 * @param ffn width of the dense feed-forward part
 * @param vocabulary rows stored in the embedding
 * @param context longest sequence in tokens
 * @param gated SwiGLU or GeGLU: three matrices instead of two
 * @param tied the output head is the input embedding
 * @param window tokens seen by windowed layers, 0 when none
 * @param windowLayers how many layers are windowed
 * @param sinks one learned sink a query head and layer
 * @param visionParameters parameters of an image encoder
 */
public record Architecture(
        int layers,
        int hidden,
        int heads,
        int kvHeads,
        int headDim,
        int ffn,
        int vocabulary,
        int context,
        boolean gated,
        boolean tied,
        Norm norm,
        int normsPerLayer,
        QkNorm qkNorm,
        AttentionBias attentionBias,
        boolean mlpBias,
        boolean headBias,
        Positions positions,
        int positionRows,
        boolean embeddingNorm,
        boolean parallelBlocks,
        Optional<Experts> experts,
        Optional<LatentAttention> latent,
        int window,
        int windowLayers,
        boolean sinks,
        long visionParameters) {
    /** Normalisation: RMS has one vector, layer norm two, without bias one, none nothing. */
    public enum Norm {
        RMS,
        LAYER,
        LAYER_NO_BIAS,
        NONE
    }

    /** Normalisation of queries and keys: per head or over the full width. */
    public enum QkNorm {
        NONE,
        HEAD,
        FULL
    }

    /** Which projections of attention have a bias. */
    public enum AttentionBias {
        NONE,
        QKV,
        QKV_O
    }

    /** How the model knows positions; only learned ones have parameters. */
    public enum Positions {
        ROTARY,
        ALIBI,
        LEARNED
    }

    /**
     * Mixture of experts.
     *
     * @param active experts that a token passes, shared ones apart
     * @param denseLayers leading layers without experts
     * @param every one layer in this many has experts
     * @param sharedGate one vector a layer weighs what the shared experts add
     */
    public record Experts(
            int count,
            int active,
            int shared,
            int ffn,
            int sharedFfn,
            int denseLayers,
            int every,
            boolean routerBias,
            boolean sharedGate) {}

    /**
     * Multi-head latent attention.
     *
     * @param kv rank of the compressed keys and values
     * @param q rank of the compressed queries, 0 when queries are not compressed
     * @param nopeHead width of a head's part without positions
     * @param ropeHead width of a head's part with rotary positions
     * @param valueHead width of a value head
     */
    public record LatentAttention(int kv, int q, int nopeHead, int ropeHead, int valueHead) {}
}
