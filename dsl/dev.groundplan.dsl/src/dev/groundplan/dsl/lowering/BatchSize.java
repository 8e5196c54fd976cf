package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Tokens;
import java.util.Optional;

/**
 * Reads {@code batch} of a training, which counts sequences or tokens of an optimiser step: a bare
 * number counts sequences.
 */
final class BatchSize {
    private static final String PROPERTY = "batch";

    private BatchSize() {}

    /** In sequences; of tokens as many as fit the sequence that the block names. */
    static Optional<Stated<Count>> sequences(Block block) {
        return block.exact(PROPERTY, Dimension.COUNT)
                .or(
                        () ->
                                sequence(block)
                                        .filter(sequence -> sequence.value() > 0)
                                        .flatMap(
                                                sequence ->
                                                        block.exact(PROPERTY, Dimension.TOKENS)
                                                                .map(
                                                                        b ->
                                                                                b.map(
                                                                                        t ->
                                                                                                in(
                                                                                                        t,
                                                                                                        sequence)))));
    }

    /** In tokens; sequences are as long as the block names, or else as the model's context. */
    static Optional<Stated<Tokens>> tokens(Block block) {
        Optional<Stated<Count>> sequences = block.exact(PROPERTY, Dimension.COUNT);
        if (sequences.isEmpty()) {
            return block.exact(PROPERTY, Dimension.TOKENS);
        }
        return sequence(block)
                .or(
                        () ->
                                block.child("Architecture")
                                        .flatMap(shape -> shape.exact("context", Dimension.TOKENS))
                                        .map(Stated::value))
                .map(length -> sequences.get().map(count -> length.times(count.value())));
    }

    private static Optional<Tokens> sequence(Block block) {
        return block.exact("sequence", Dimension.TOKENS).map(Stated::value);
    }

    private static Count in(Tokens batch, Tokens sequence) {
        return new Count(Math.max(1, Math.rint(batch.value() / sequence.value())));
    }
}
