package dev.groundplan.estimators;

import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.units.Bytes;
import java.util.Optional;

/**
 * The form in which weights are stored and multiplied.
 *
 * @param body bytes a weight of a linear layer, scales included
 * @param tables bytes a weight of the embeddings and the head
 * @param arithmetic in which matrices are multiplied where the device can
 * @param kernel how the weights come into the multiplication
 * @param known whether the words named a form that is known
 * @param words as the source has them
 */
public record WeightFormat(
        Bytes body,
        Bytes tables,
        Precision arithmetic,
        Kernel kernel,
        boolean known,
        String words) {
    /** How weights come into the multiplication. */
    public enum Kernel {
        /** As they are stored. */
        PLAIN,
        /** Integers of few bits, made wide while they are read. */
        FUSED,
        /** Eight-bit integers. */
        INTEGER,
        /** Four-bit floats looked up in a table. */
        LOOKUP,
        /** Blocks of llama.cpp. */
        BLOCKS,
        /** Indices into learned code books. */
        CODES
    }

    /**
     * The form that a source's words name, such as {@code AWQ int4 g128}, {@code GGUF Q4_K_M} or
     * {@code fp8}.
     *
     * @param words empty where a source says nothing: 16 bits
     * @param priors of the catalogue, by name
     */
    public static WeightFormat of(String words, PriorSource priors) {
        return new WeightWords(words, priors).format();
    }

    /** Kind of a GGUF file, where the weights are in one. */
    Optional<GgufKind> blocks() {
        return kernel == Kernel.BLOCKS ? GgufKind.of(words) : Optional.empty();
    }

    /** Whether a linear weight is stored in fewer than eight bits. */
    boolean narrow() {
        return body.value() < 1;
    }
}
