package dev.groundplan.estimators;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Uncertain;

/**
 * What weights take in a file or in memory: linear layers in the stored form, embeddings and head
 * as they are kept beside them, each matrix of a GGUF file in the type that its kind gives it, and
 * the code books of code-book forms.
 */
public final class WeightSize {
    /** Linear matrices of a block with a gated feed-forward part. */
    private static final int GATED = 7;

    /** Guesses that a form nobody knows amounts to: its bits may be a quarter of those taken. */
    private static final double UNKNOWN = 9;

    private WeightSize() {}

    /** At its likely value, with what published files deviate by. */
    public static Uncertain<Bytes> estimate(
            ServedModel model, WeightFormat format, PriorSource priors) {
        return Residual.around(
                new Bytes(bytes(model, format, priors)),
                "serving.residual.weights",
                format.known() ? 0 : UNKNOWN,
                priors);
    }

    static double bytes(ServedModel model, WeightFormat format, PriorSource priors) {
        return format.blocks()
                .map(kind -> blocks(model, kind, priors))
                .orElseGet(
                        () ->
                                model.body() * format.body().value()
                                        + model.tables() * format.tables().value()
                                        + books(model, format));
    }

    private static double blocks(ServedModel model, GgufKind kind, PriorSource priors) {
        Architecture a = model.architecture();
        double base = each(kind.base(), priors);
        double better = each(kind.better(), priors);
        double layers = a.layers();
        double values = layers * a.hidden() * a.kvHeads() * a.headDim();
        double output = layers * a.hidden() * a.heads() * a.headDim();
        double width = a.experts().map(e -> (double) e.count() * e.ffn()).orElse((double) a.ffn());
        double down = layers * a.hidden() * width;
        double improved =
                kind.values() * values + kind.down() * down + (kind.output() ? output : 0);
        double head = each(kind.head(), priors);
        double tables = model.head() * (a.tied() ? head : head + base);
        return model.body() * base + Math.min(improved, model.body()) * (better - base) + tables;
    }

    private static double each(String type, PriorSource priors) {
        return Likely.of(priors, "memory.weight." + type);
    }

    /** One set of books a matrix, in 16 bits. */
    private static double books(ServedModel model, WeightFormat format) {
        int[] codes = WeightWords.codes(format.words());
        if (format.kernel() != WeightFormat.Kernel.CODES || codes.length == 0) {
            return 0;
        }
        double matrices = (double) GATED * model.architecture().layers();
        return matrices * codes[0] * StrictMath.pow(2, codes[1]) * codes[2] * 2;
    }
}
