package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;

/** Until when the application is looked at, the one place that all ask. */
public final class Horizon {
    private static final String USUAL = "budget.horizon";

    private Horizon() {}

    /**
     * The time from the release on over which cost, return, load and service count: the budget's,
     * else the catalogue's usual one.
     */
    public static Stated<Time> of(Facts facts) {
        Prior usual = facts.prior(USUAL);
        return facts.plan()
                .scope()
                .budget()
                .horizon()
                .filter(h -> h.value().value() > 0)
                .orElseGet(
                        () ->
                                new Stated<>(
                                        facts.prior(USUAL, Dimension.TIME).likely(),
                                        usual.origin()));
    }
}
