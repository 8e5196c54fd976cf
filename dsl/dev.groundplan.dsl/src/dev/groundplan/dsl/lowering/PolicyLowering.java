package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Policy;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Monetary;
import java.util.Optional;

/** Reads {@code policy NAME { … }}. */
final class PolicyLowering {
    private PolicyLowering() {}

    static Policy of(Block block) {
        return new Policy(
                block.name(),
                block.label(),
                block.header(),
                block.children("Forbid").stream().flatMap(b -> forbid(b).stream()).toList(),
                block.children("Require").stream().flatMap(b -> require(b).stream()).toList(),
                block.children("Cap").stream().flatMap(b -> cap(b).stream()).toList());
    }

    private static Optional<Policy.Forbid> forbid(Block block) {
        return block.word("what", Policy.Forbidden.values())
                .map(w -> new Policy.Forbid(w.value(), block.text("outside"), block.range()));
    }

    private static Optional<Policy.Require> require(Block block) {
        return block.word("what", Policy.Required.values())
                .map(w -> new Policy.Require(w.value(), block.text("before"), block.range()));
    }

    private static Optional<Policy.Cap> cap(Block block) {
        return block.word("what", Policy.Capped.values())
                .map(Stated::value)
                .flatMap(
                        what ->
                                limit(block, what)
                                        .map(l -> new Policy.Cap(what, l, block.range())));
    }

    /** As the capped thing is paid; empty when the text has another kind of money. */
    static Optional<? extends Monetary<?>> limit(Block block, Policy.Capped what) {
        return switch (what) {
            case PRICE -> block.exact("limit", Dimension.PRICE_PER_HOUR).map(Stated::value);
            case BUILD -> block.exact("limit", Dimension.MONEY).map(Stated::value);
            case RUN -> block.exact("limit", Dimension.PRICE_PER_MONTH).map(Stated::value);
        };
    }

    static Dimension<? extends Monetary<?>> dimension(Policy.Capped what) {
        return switch (what) {
            case PRICE -> Dimension.PRICE_PER_HOUR;
            case BUILD -> Dimension.MONEY;
            case RUN -> Dimension.PRICE_PER_MONTH;
        };
    }
}
