package dev.groundplan.core.plan;

import java.util.Optional;

/** Whether the application does one thing well or many. */
public enum Breadth {
    FOCUSED,
    GENERAL;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Breadth> of(String word) {
        return Words.find(values(), word);
    }
}
