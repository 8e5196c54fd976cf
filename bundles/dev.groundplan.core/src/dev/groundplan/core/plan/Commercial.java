package dev.groundplan.core.plan;

import java.util.Optional;

/** Whether a licence permits commercial use; LIMITED means under conditions. */
public enum Commercial {
    YES,
    NO,
    LIMITED;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Commercial> of(String word) {
        return Words.find(values(), word);
    }
}
