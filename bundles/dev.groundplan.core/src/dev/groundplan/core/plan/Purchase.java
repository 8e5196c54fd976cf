package dev.groundplan.core.plan;

import java.util.Optional;

/** How accelerators are bought. */
public enum Purchase {
    ON_DEMAND,
    RESERVED,
    SPOT;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Purchase> of(String word) {
        return Words.find(values(), word);
    }
}
