package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Speculation;
import dev.groundplan.core.units.Count;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Further tokens with a small model that guesses ahead: one pass checks all guesses, and as many
 * tokens come out as were right in a row, and one more.
 *
 * @param guesses tokens guessed at a time
 * @param accept share of the guesses that stand
 * @param draft the small model on the same accelerators; empty when its shape is not known
 * @param share time of a guess over that of a plain token, where the shape is not known
 */
record SpeculativePace(
        double guesses, DoubleSupplier accept, Optional<ReplicaTime> draft, double share) {
    private static final double USUAL_GUESSES = 4;

    /** With the inputs that a reader should see added to the calculation. */
    static Optional<SpeculativePace> of(Calculation c, Replica replica) {
        return replica.serving()
                .speculation()
                .map(
                        s -> {
                            Calculation.Term accept =
                                    s.accept()
                                            .map(
                                                    a ->
                                                            c.range(
                                                                    "α",
                                                                    "share of guesses that stand",
                                                                    a))
                                            .orElseGet(
                                                    () ->
                                                            c.plainPrior(
                                                                    "α",
                                                                    replica.facts(),
                                                                    "serving.speculation.accept"));
                            double guesses = guesses(s);
                            return new SpeculativePace(
                                    guesses,
                                    accept::value,
                                    draft(s, replica),
                                    Likely.of(replica.facts()::prior, "serving.speculation.draft"));
                        });
    }

    private static double guesses(Speculation s) {
        return Math.max(1, s.tokens().map(t -> t.value().value()).orElse(USUAL_GUESSES));
    }

    private static Optional<ReplicaTime> draft(Speculation s, Replica replica) {
        Facts facts = replica.facts();
        return s.draft()
                .filter(ModelSpec.class::isInstance)
                .flatMap(model -> ParameterCount.of(model, facts))
                .filter(size -> size.architecture().isPresent() && size.breakdown().isPresent())
                .map(
                        size -> {
                            ServingSetup target = Roofline.setup(replica);
                            return ReplicaTime.likely(
                                    new ServingSetup(
                                            ServedModel.of(
                                                    size.architecture().get().value(),
                                                    size.breakdown().get()),
                                            target.weights(),
                                            target.cacheValue(),
                                            target.accelerator(),
                                            target.accelerators(),
                                            target.split(),
                                            target.engineWords(),
                                            Count.of(0)),
                                    facts::prior);
                        });
    }

    /** Tokens that one pass of the large model brings, of each sequence. */
    double tokens() {
        double a = Math.clamp(accept.getAsDouble(), 0, 1);
        return a >= 1 ? guesses + 1 : (1 - StrictMath.pow(a, guesses + 1)) / (1 - a);
    }

    /**
     * Seconds a token of each sequence.
     *
     * @param cache bytes of keys and values that are read
     * @param context tokens of a sequence
     */
    double seconds(ReplicaTime target, double sequences, double cache, double context) {
        double checked =
                target.pass()
                        .seconds(
                                new PassTime.Pass(
                                        sequences * (guesses + 1),
                                        sequences * (guesses + 1),
                                        cache,
                                        0,
                                        false));
        double guess =
                draft.map(d -> d.further(sequences, context))
                        .orElseGet(() -> share * target.cached(sequences, cache));
        return (checked + guesses * guess) / tokens();
    }
}
