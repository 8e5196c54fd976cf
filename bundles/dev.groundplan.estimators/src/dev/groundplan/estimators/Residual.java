package dev.groundplan.estimators;

import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;

/** An estimate with what published measurements deviate by from it. */
final class Residual {
    /** Wider by so much for each guess in place of what a source says. */
    private static final double GUESS = 1.0 / 3;

    private Residual() {}

    /**
     * Around a value.
     *
     * @param prior actual over estimated
     * @param guesses how many of its inputs were guessed
     */
    static <Q extends Quantity<Q>> Uncertain<Q> around(
            Q value, String prior, double guesses, PriorSource priors) {
        Uncertain<?> residual = priors.prior(prior).value();
        double wider = 1 + guesses * GUESS;
        return Uncertain.of(
                value.times(StrictMath.pow(residual.low().value(), wider)),
                value,
                value.times(StrictMath.pow(residual.high().value(), wider)));
    }

    /** The same around a rate, where the prior is of the time that it is the inverse of. */
    static <Q extends Quantity<Q>> Uncertain<Q> aroundRate(
            Q value, String prior, double guesses, PriorSource priors) {
        Uncertain<?> residual = priors.prior(prior).value();
        double wider = 1 + guesses * GUESS;
        return Uncertain.of(
                value.times(StrictMath.pow(residual.high().value(), -wider)),
                value,
                value.times(StrictMath.pow(residual.low().value(), -wider)));
    }

    /** Around a value, which the middle of the residual moves too. */
    static <Q extends Quantity<Q>> Uncertain<Q> times(Q value, String prior, PriorSource priors) {
        Uncertain<?> residual = priors.prior(prior).value();
        return Uncertain.of(
                value.times(residual.low().value()),
                value.times(residual.likely().value()),
                value.times(residual.high().value()));
    }
}
