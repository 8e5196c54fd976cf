package dev.groundplan.core.plan;

import java.util.Optional;

/** Number formats in which models are trained and served; peaks are named by them. */
public enum Precision {
    FP64,
    FP32,
    TF32,
    FP16,
    BF16,
    FP8,
    FP4,
    INT8,
    INT4;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Precision> of(String word) {
        return Words.find(values(), word);
    }
}
