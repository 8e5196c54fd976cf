package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * The computing of one training run.
 *
 * @param tokens that pass through the model, repetitions included
 * @param sequences that the tokens come in; of tuning alone
 * @param flop of the whole run
 */
public record TrainingComputeEstimation(
        Estimate<Tokens> tokens, Optional<Estimate<Count>> sequences, Estimate<Flop> flop)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(tokens, flop);
    }
}
