package dev.groundplan.core.plan;

import java.util.Optional;

/** Low, medium, high: of expertise. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Level> of(String word) {
        return Words.find(values(), word);
    }
}
