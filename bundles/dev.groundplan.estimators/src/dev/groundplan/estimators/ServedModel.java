package dev.groundplan.estimators;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.units.Parameters;

/**
 * A model as a server sees it.
 *
 * @param architecture its shape
 * @param total all weights
 * @param active weights that a token passes, the input embedding included
 */
public record ServedModel(Architecture architecture, Parameters total, Parameters active) {
    /** Of the weights as counted from the shape. */
    public static ServedModel of(Architecture architecture, ParameterBreakdown counted) {
        return new ServedModel(architecture, counted.total(), counted.active());
    }

    /** Weights of the embeddings and the head. */
    double tables() {
        return head() * (architecture.tied() ? 1 : 2);
    }

    /** Weights of the head, which are those of the embedding when they are tied. */
    double head() {
        return (double) architecture.vocabulary() * architecture.hidden();
    }

    /** Weights of the blocks. */
    double body() {
        return Math.max(0, total.value() - tables());
    }

    /** Weights of the blocks that a token passes. */
    double activeBody() {
        return Math.max(0, Math.min(body(), active.value() - tables()));
    }

    /**
     * Weights of the blocks that a pass of so many tokens reads: all but the experts that no token
     * chose.
     */
    double readBody(double tokens) {
        return architecture
                .experts()
                .map(
                        e -> {
                            double share =
                                    Math.min(1, (double) e.active() / Math.max(1, e.count()));
                            double chosen = 1 - StrictMath.pow(1 - share, Math.max(1, tokens));
                            double experts = share < 1 ? (body() - activeBody()) / (1 - share) : 0;
                            return body() - experts * (1 - chosen);
                        })
                .orElseGet(this::body);
    }

    boolean mixture() {
        return architecture.experts().isPresent();
    }

    /**
     * Floating-point operations of causal attention of a prompt: half of all pairs, twice
     * multiplied and added.
     */
    double attention(double tokens) {
        double width = (double) architecture.heads() * architecture.headDim();
        return 2 * architecture.layers() * width * tokens * tokens;
    }

    /** Over how many devices the cache can be cut: heads of keys and values are not cut. */
    double cacheParts(double devices) {
        return architecture.latent().isPresent()
                ? 1
                : Math.max(1, Math.min(devices, architecture.kvHeads()));
    }

    /** Widest values of a token in a block: what a feed-forward part holds while it multiplies. */
    double widest() {
        double ffn =
                architecture
                        .experts()
                        .map(
                                e ->
                                        (double) e.active() * e.ffn()
                                                + (double) e.shared() * e.sharedFfn())
                        .orElse((double) architecture.ffn());
        return 3 * ffn + 2.0 * architecture.hidden();
    }
}
