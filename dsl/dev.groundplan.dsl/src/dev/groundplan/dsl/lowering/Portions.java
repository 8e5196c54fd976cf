package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists of words with shares: {@code reserved 80 %, on-demand 20 %}. */
final class Portions {
    private Portions() {}

    /** A word and its share of the whole. */
    record Portion<E>(E what, Stated<Ratio> share, SourceRange range) {}

    /** Words without a share divide what the others leave in equal parts. */
    static <E extends Enum<E>> List<Portion<E>> of(Block owner, String property, E[] vocabulary) {
        List<Block> portions =
                owner.parts(property).stream()
                        .filter(p -> p.word("what", vocabulary).isPresent())
                        .toList();
        double said = 0;
        int silent = 0;
        for (Block portion : portions) {
            Optional<Stated<Ratio>> share = portion.exact("share", Dimension.RATIO);
            said += share.map(s -> s.value().value()).orElse(0.0);
            silent += share.isEmpty() ? 1 : 0;
        }
        Ratio rest = new Ratio(Math.max(0, 1 - said) / Math.max(1, silent));
        List<Portion<E>> shares = new ArrayList<>();
        for (Block portion : portions) {
            shares.add(
                    new Portion<>(
                            portion.word("what", vocabulary).orElseThrow().value(),
                            portion.exact("share", Dimension.RATIO)
                                    .orElseGet(
                                            () ->
                                                    Stated.assumed(
                                                            rest,
                                                            "what the other shares leave",
                                                            Source.UNKNOWN)),
                            portion.range()));
        }
        return shares;
    }
}
