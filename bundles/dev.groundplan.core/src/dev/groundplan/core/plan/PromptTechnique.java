package dev.groundplan.core.plan;

import java.util.Optional;

/** How a prompt is built. */
public enum PromptTechnique {
    ZERO_SHOT,
    FEW_SHOT,
    CHAIN_OF_THOUGHT,
    TEMPLATE;

    /** The word of the language. */
    public String word() {
        return Words.of(this);
    }

    public static Optional<PromptTechnique> of(String word) {
        return Words.find(values(), word);
    }
}
