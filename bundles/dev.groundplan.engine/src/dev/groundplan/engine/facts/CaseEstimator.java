package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import java.util.Set;

/** Estimates the published quantities of one kind, by the estimators that serve every project. */
interface CaseEstimator {
    /** The names of the quantities that it estimates. */
    Set<String> quantities();

    /**
     * The estimate in the unit of the case.
     *
     * @throws NotEstimated when the source says too little even for a usual value
     */
    Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects) throws NotEstimated;

    /** How many of the words of a case stand for something nearest instead, beside its shape. */
    default int guesses(PublishedCase published, CaseSubjects subjects) throws NotEstimated {
        return 0;
    }

    /**
     * A quantity as the number of a case.
     *
     * @param factor from the quantity's base unit to the unit of the case
     */
    static Uncertain<Count> times(Uncertain<?> value, double factor) {
        return new Uncertain<>(
                new Count(value.low().value() * factor),
                new Count(value.likely().value() * factor),
                new Count(value.high().value() * factor));
    }

    /**
     * The inverse of a quantity as the number of a case; the ends change places.
     *
     * @param factor from one over the quantity's base unit to the unit of the case
     */
    static Uncertain<Count> inverse(Uncertain<?> value, double factor) {
        return new Uncertain<>(
                new Count(factor / value.high().value()),
                new Count(factor / value.likely().value()),
                new Count(factor / value.low().value()));
    }

    /**
     * The product of two quantities as the number of a case: the ends of the wider factor's range
     * with the other at its middle.
     *
     * @param factor from the product of the base units to the unit of the case
     */
    static Uncertain<Count> product(Uncertain<?> one, Uncertain<?> other, double factor) {
        return new Uncertain<>(
                new Count(one.low().value() * other.likely().value() * factor),
                new Count(one.likely().value() * other.likely().value() * factor),
                new Count(one.high().value() * other.likely().value() * factor));
    }

    /**
     * A range that is wider for each guess in place of what a source says: its ends move outwards
     * in proportion by a third each time.
     */
    static Uncertain<Count> wider(Uncertain<Count> value, int guesses) {
        double likely = value.likely().value();
        if (guesses == 0 || !(likely > 0) || !(value.low().value() > 0)) {
            return value;
        }
        double power = 1 + guesses / 3.0;
        return new Uncertain<>(
                new Count(likely * StrictMath.pow(value.low().value() / likely, power)),
                value.likely(),
                new Count(likely * StrictMath.pow(value.high().value() / likely, power)));
    }
}
