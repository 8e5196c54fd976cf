package dev.groundplan.core.plan;

import java.util.Optional;

/** What the application is used for, as licences see it. */
public enum Use {
    COMMERCIAL,
    RESEARCH,
    INTERNAL;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<Use> of(String word) {
        return Words.find(values(), word);
    }
}
