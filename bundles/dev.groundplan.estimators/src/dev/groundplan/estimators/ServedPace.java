package dev.groundplan.estimators;

import java.util.Optional;

/**
 * The pace of a deployment's replica at the catalogue's likely constants.
 *
 * @param context tokens of a sequence while its answer grows
 */
record ServedPace(ReplicaTime time, Optional<SpeculativePace> speculation, double context)
        implements ReplicaPace {
    @Override
    public double step(double sequences) {
        return speculation
                .map(
                        s ->
                                s.seconds(
                                        time,
                                        sequences,
                                        sequences * time.setup().cache(context),
                                        context))
                .orElseGet(() -> time.further(sequences, context));
    }

    @Override
    public double prompt(double tokens) {
        return time.prompts(1, tokens);
    }

    ServedPace at(double tokens) {
        return new ServedPace(time, speculation, tokens);
    }
}
