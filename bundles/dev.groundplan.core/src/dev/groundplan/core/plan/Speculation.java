package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * Speculative decoding: a small model guesses ahead of the one that answers.
 *
 * @param draft the small model, as far as it is known
 * @param tokens guessed at a time
 * @param accept share of the guesses that stand
 */
public record Speculation(
        SourceRange range,
        String model,
        Optional<Servable> draft,
        Optional<Stated<Tokens>> tokens,
        Optional<Stated<Uncertain<Ratio>>> accept) {}
