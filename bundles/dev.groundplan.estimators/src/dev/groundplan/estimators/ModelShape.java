package dev.groundplan.estimators;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import java.util.Optional;

/**
 * What formulas of training need of a decoder's shape.
 *
 * @param active parameters that a token passes
 * @param multiplied of those, the ones in matrix products: without the input embedding, with the
 *     output head
 * @param ffn width of the feed-forward part that a token passes, all its experts together
 * @param attentionWidth width of scores and values over all query heads, for multiplications with
 *     each earlier token
 * @param expertFfn width of one expert; empty in a dense model
 * @param gated three matrices in the feed-forward part instead of two
 * @param latent keys and values are compressed together
 * @param inferred nobody published the shape: it is the usual one of a model of that size
 */
public record ModelShape(
        Parameters total,
        Parameters active,
        Parameters multiplied,
        Count layers,
        Count hidden,
        Count heads,
        Count kvHeads,
        Count headDim,
        Count ffn,
        Count attentionWidth,
        Count vocabulary,
        Optional<Experts> experts,
        Optional<Count> expertFfn,
        boolean gated,
        boolean tied,
        boolean latent,
        boolean inferred) {
    /**
     * The usual ratio of width to depth: 12·L·h² parameters with h = 128·L, narrower below three
     * billion.
     */
    private static final double WIDTH_TO_DEPTH = 128;

    private static final double WIDTH_TO_DEPTH_SMALL = 90;
    private static final double SMALL = 3e9;
    private static final double USUAL_VOCABULARY = 50_000;
    private static final double USUAL_HEAD = 128;

    /**
     * Experts of a mixture.
     *
     * @param count in each layer
     * @param active that a token passes, shared ones included
     */
    public record Experts(Count count, Count active) {}

    /** The shape as a configuration gives it. */
    public static ModelShape of(
            Architecture a, Parameters total, Parameters active, Parameters multiplied) {
        double queries = (double) a.heads() * a.headDim();
        double scores =
                a.latent()
                        .map(l -> a.heads() * (l.nopeHead() + l.ropeHead() + l.valueHead()) / 2.0)
                        .orElse(queries);
        double ffn =
                a.experts()
                        .map(
                                e ->
                                        (double) e.active() * e.ffn()
                                                + (double) e.shared() * e.sharedFfn())
                        .orElse((double) a.ffn());
        return new ModelShape(
                total,
                active,
                multiplied,
                Count.of(a.layers()),
                Count.of(a.hidden()),
                Count.of(a.heads()),
                Count.of(a.kvHeads()),
                Count.of(a.headDim()),
                new Count(ffn),
                new Count(scores),
                Count.of(a.vocabulary()),
                a.experts()
                        .map(
                                e ->
                                        new Experts(
                                                Count.of(e.count()),
                                                Count.of(e.active() + e.shared()))),
                a.experts().map(e -> Count.of(e.ffn())),
                a.gated(),
                a.tied(),
                a.latent().isPresent(),
                false);
    }

    /**
     * The usual shape of a model of which only the size is known.
     *
     * @param active parameters that a token passes; empty for a dense model
     */
    public static ModelShape ofSize(Parameters total, Optional<Parameters> active) {
        double n = Math.max(1, total.value());
        double ratio = n < SMALL ? WIDTH_TO_DEPTH_SMALL : WIDTH_TO_DEPTH;
        double layers = StrictMath.cbrt(n / (12 * ratio * ratio));
        double hidden = ratio * layers;
        double embedding = USUAL_VOCABULARY * hidden;
        double passed = active.map(Parameters::value).orElse(n);
        // below that size the table would be most of the model, and is usually shared
        double multiplied = n > 3e8 ? Math.max(passed / 2, passed - embedding) : passed;
        return new ModelShape(
                total,
                new Parameters(passed),
                new Parameters(multiplied),
                new Count(layers),
                new Count(hidden),
                new Count(hidden / USUAL_HEAD),
                new Count(hidden / USUAL_HEAD),
                new Count(USUAL_HEAD),
                new Count(4 * hidden),
                new Count(hidden),
                new Count(USUAL_VOCABULARY),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                true);
    }

    /** Whether a token passes a part of the model only. */
    public boolean mixture() {
        return active.value() < 0.7 * total.value();
    }

    /** Weights of the input embedding. */
    double embedding() {
        return vocabulary.value() * hidden.value();
    }

    /** Bytes a token and layer of all activations in 16 bits, attention fused. */
    double activationBytes() {
        double attention = (heads.value() + kvHeads.value()) * headDim.value();
        return 2 * (5 * hidden.value() + 2 * attention + (gated ? 3 : 2) * ffn.value());
    }

    /** FLOP of attention scores and values, forwards, a token and an earlier token, all layers. */
    double attentionFlop() {
        return 4 * layers.value() * attentionWidth.value();
    }
}
