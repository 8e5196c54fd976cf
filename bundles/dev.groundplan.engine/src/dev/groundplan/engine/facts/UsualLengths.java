package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Tokens;
import dev.groundplan.estimators.PriorSource;
import java.util.List;
import java.util.Optional;

/**
 * Mean tokens of a request and its answer in a set of data that benchmarks draw from.
 *
 * @param input of the prompt
 * @param output of the answer
 */
record UsualLengths(Tokens input, Tokens output) {
    /** Sets of data with constants in the catalogue. */
    private static final List<String> NAMES = List.of("sharegpt", "openorca", "cnn", "alpaca");

    /** Of the first set that the words name. */
    static Optional<UsualLengths> of(String words, PriorSource priors) {
        return NAMES.stream()
                .filter(words::contains)
                .findFirst()
                .map(
                        name ->
                                new UsualLengths(
                                        tokens("workload." + name + ".input", priors),
                                        tokens("workload." + name + ".output", priors)));
    }

    Tokens both() {
        return input.plus(output);
    }

    private static Tokens tokens(String prior, PriorSource priors) {
        return new Tokens(priors.prior(prior).value().likely().value());
    }
}
