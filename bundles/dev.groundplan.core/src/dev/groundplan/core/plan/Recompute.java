package dev.groundplan.core.plan;

import java.util.Optional;

/** Which activations are computed again in the backward pass instead of kept. */
public enum Recompute {
    NONE,
    SELECTIVE,
    FULL;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Recompute> of(String word) {
        return Words.find(values(), word);
    }
}
