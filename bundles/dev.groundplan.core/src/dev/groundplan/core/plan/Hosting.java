package dev.groundplan.core.plan;

import java.util.Optional;

/** Who runs the model. */
public enum Hosting {
    SELF_HOSTED,
    API,
    ANY;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Hosting> of(String word) {
        return Words.find(values(), word);
    }
}
