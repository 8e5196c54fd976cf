package dev.groundplan.rules;

import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.Percentiles;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * A limit that has to hold with a probability, and what is estimated of it.
 *
 * @param confidence the probability that is asked for
 */
record Promise<Q extends Quantity<Q>>(Uncertain<Q> estimated, Q limit, Ratio confidence) {
    private static final double HOPELESS = 0.01;

    /** Empty where the two are in currencies that nothing converts. */
    static <Q extends Quantity<Q>> Optional<Promise<Q>> of(
            Uncertain<Q> estimated, Q limit, Budget budget) {
        boolean comparable =
                !(limit instanceof Monetary<?> money)
                        || estimated.likely() instanceof Monetary<?> other
                                && other.currency().equals(money.currency());
        return comparable
                ? Optional.of(new Promise<>(estimated, limit, budget.confidence().value()))
                : Optional.empty();
    }

    /** What would hold with the probability that is asked for. */
    Q needed() {
        return Percentiles.promised(estimated, confidence);
    }

    boolean isBroken() {
        return needed().compareTo(limit) > 0;
    }

    /** Not even one case in a hundred keeps it. */
    private boolean isHopeless() {
        return Percentiles.chanceOfAtMost(estimated, limit).value() < HOPELESS;
    }

    /** {@code 37 %}, {@code below 1 %}. */
    String chance() {
        return Percentiles.chanceText(Percentiles.chanceOfAtMost(estimated, limit));
    }

    /** An error where nothing that is known keeps it; most such figures rest on judgement. */
    Finding weighed(Finding finding) {
        return isHopeless() ? finding : finding.with(Severity.WARNING);
    }
}
