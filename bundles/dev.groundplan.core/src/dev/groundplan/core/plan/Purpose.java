package dev.groundplan.core.plan;

import java.util.Optional;

/** What a dataset is for. */
public enum Purpose {
    PRE_TRAINING,
    TUNING,
    PREFERENCE,
    EVALUATION,
    RETRIEVAL,
    CALIBRATION;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Purpose> of(String word) {
        return Words.find(values(), word);
    }
}
