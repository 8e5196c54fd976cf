package dev.groundplan.core.plan;

import java.util.Optional;

/** Of the application around the model. */
public enum Complexity {
    SIMPLE,
    MODERATE,
    COMPLEX;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Complexity> of(String word) {
        return Words.find(values(), word);
    }
}
