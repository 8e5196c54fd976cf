package dev.groundplan.estimators;

import dev.groundplan.core.units.Parameters;

/**
 * The weights of an architecture, counted.
 *
 * @param total all that is stored
 * @param active those that one token passes, the input embedding included
 * @param computing the active ones that multiply: without the lookup of the input embedding, with
 *     the head
 * @param linear matrices of attention and feed-forward layers, which quantisation makes smaller;
 *     all experts
 * @param layer of one decoder block, on average
 */
public record ParameterBreakdown(
        Parameters total,
        Parameters active,
        Parameters computing,
        Parameters linear,
        Parameters layer) {
    /** Embeddings, head, norms and biases, which stay in 16 bits when the rest is quantised. */
    public Parameters kept() {
        return total.minus(linear);
    }
}
