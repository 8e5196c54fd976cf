package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.TokensPerSecond;
import java.util.List;

/**
 * How fast one replica answers.
 *
 * @param firstToken time to the first token of a long request (one in ten is longer), without
 *     queueing
 * @param perToken time to each further token while the replica is full
 * @param throughput output tokens a second of the full replica
 */
public record ServingPerformanceEstimation(
        Estimate<Time> firstToken, Estimate<Time> perToken, Estimate<TokensPerSecond> throughput)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(firstToken, perToken, throughput);
    }
}
