package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ServingFormula;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Electricity of the accelerators for a token of an answer, and for a whole answer. */
final class ServedEnergy implements CaseEstimator {
    private static final String REQUEST = "inference_energy_J_per_request";
    private static final double JOULES_A_KWH = 3.6e6;

    @Override
    public Set<String> quantities() {
        return Set.of(REQUEST, "inference_energy_J_per_token");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        ServedCase served = new ServedCase(published, subjects);
        OptionalDouble together = published.inputs().first("batch", "concurrency", "max_num_seqs");
        Tokens output = served.output().orElse(ServedCase.USUAL_OUTPUT);
        double tokens = published.quantity().equals(REQUEST) ? output.value() : 1;
        return CaseEstimator.times(
                new ServingFormula(served.setup(), subjects.priors())
                        .energyPerToken(
                                served.input().orElse(ServedCase.USUAL_INPUT),
                                output,
                                together.isPresent()
                                        ? Optional.of(new Count(together.getAsDouble()))
                                        : Optional.empty()),
                JOULES_A_KWH * tokens);
    }
}
