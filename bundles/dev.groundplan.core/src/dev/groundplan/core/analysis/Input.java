package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * One input of a formula.
 *
 * @param symbol as in the formula
 * @param meaning in words
 * @param shown the value, whose text is what a person reads; few inputs are ever shown
 * @param estimate the result it comes from, when it was computed; its own derivation goes on
 */
public record Input(
        String symbol,
        String meaning,
        Object shown,
        Optional<Uncertain<?>> range,
        Origin origin,
        Optional<Estimate<?>> estimate) {

    /** The value as a person reads it. */
    public String value() {
        return shown.toString();
    }

    /** A value of the plan. */
    public static Input of(String symbol, String meaning, Stated<?> stated) {
        Optional<Uncertain<?>> range =
                stated.value() instanceof Uncertain<?> u ? Optional.of(u) : Optional.empty();
        return new Input(symbol, meaning, stated.value(), range, stated.origin(), Optional.empty());
    }

    /** A constant of the catalogue, or what the file puts in its place. */
    public static Input of(String symbol, Prior prior) {
        return new Input(
                symbol,
                prior.label().orElse(prior.name()),
                prior.value(),
                Optional.of(prior.value()),
                prior.origin(),
                Optional.empty());
    }

    /** Another result. */
    public static Input of(String symbol, Estimate<?> estimate) {
        return new Input(
                symbol,
                estimate.title(),
                estimate.value(),
                Optional.of(estimate.value()),
                new Origin.Computed(estimate.key().toString()),
                Optional.of(estimate));
    }

    /** Anything else that has an origin. */
    public static Input of(String symbol, String meaning, Object value, Origin origin) {
        return of(symbol, meaning, new Stated<>(value, origin));
    }

    /** Whether the file states a single value where a range could stand. */
    public boolean isPoint() {
        return origin instanceof Origin.Written
                && estimate.isEmpty()
                && range.filter(Uncertain::isExact).isPresent();
    }
}
