package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import java.util.Optional;

/**
 * How text becomes tokens in a model of one's own.
 *
 * @param vocabulary number of tokens
 */
public record Tokenizer(
        SourceRange range,
        Optional<Stated<Algorithm>> algorithm,
        Optional<Stated<Count>> vocabulary) {
    /** How the vocabulary is made. */
    public enum Algorithm {
        BPE,
        UNIGRAM,
        WORDPIECE
    }
}
