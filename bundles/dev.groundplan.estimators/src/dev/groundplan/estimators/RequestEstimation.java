package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import java.util.List;

/**
 * What a user's request asks of the model, with all that the blocks around the model add.
 *
 * @param calls of the model for a request
 * @param input mean tokens of a call
 * @param longInput tokens that one call in ten exceeds
 * @param output mean tokens that a call writes, hidden ones included
 * @param longOutput tokens that one call in ten exceeds
 * @param cached share of a call's input that need not be computed again
 */
public record RequestEstimation(
        Estimate<Count> calls,
        Estimate<Tokens> input,
        Estimate<Tokens> longInput,
        Estimate<Tokens> output,
        Estimate<Tokens> longOutput,
        Estimate<Ratio> cached)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(calls, input, longInput, output, longOutput, cached);
    }
}
