package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.BytesPerToken;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a replica needs in memory, and where it goes. All sizes are of the whole replica.
 *
 * @param weights as served
 * @param perToken key-value cache a token; empty without an architecture
 * @param longest tokens of the longest request that the engine admits
 * @param longestCache key-value cache of one request of that length, without which the engine does
 *     not start
 * @param cache key-value cache of the requests that are under way together
 * @param concurrency requests under way together: as many as the engine takes, or as the memory
 *     holds
 * @param overhead runtime on all accelerators of the replica
 * @param total weights, cache and overhead
 * @param free left of the usable memory, likely; negative when it does not fit
 * @param usable what a server may fill, on all accelerators of the replica
 * @param accelerators of the replica: as written, else the fewest on which it fits
 * @param needed the fewest on which it fits; empty when no number does
 */
public record ServingMemoryEstimation(
        Estimate<Bytes> weights,
        Optional<Estimate<BytesPerToken>> perToken,
        Tokens longest,
        Optional<Estimate<Bytes>> longestCache,
        Optional<Estimate<Bytes>> cache,
        Optional<Estimate<Count>> concurrency,
        Optional<Estimate<Bytes>> overhead,
        Optional<Estimate<Bytes>> total,
        Optional<Bytes> free,
        Optional<Bytes> usable,
        Optional<AcceleratorSpec> accelerator,
        Count accelerators,
        Optional<Count> needed)
        implements Estimation {

    /**
     * What must be there before the first request: weights, overhead, the cache of one longest
     * request; likely.
     */
    public Bytes least() {
        return Stream.of(Optional.of(weights), longestCache, overhead)
                .flatMap(Optional::stream)
                .map(e -> e.value().likely())
                .reduce(Bytes::plus)
                .orElseThrow();
    }

    /** Whether the least need stays within what is usable; true when no accelerator is named. */
    public boolean fits() {
        return excess().isEmpty();
    }

    /** By how much the least need exceeds what is usable; empty when it fits. */
    public Optional<Bytes> excess() {
        return usable.map(u -> least().minus(u)).filter(over -> over.value() > 0);
    }

    @Override
    public List<Estimate<?>> estimates() {
        return Stream.<Optional<? extends Estimate<?>>>of(
                        Optional.of(weights),
                        perToken,
                        longestCache,
                        cache,
                        concurrency,
                        overhead,
                        total)
                .<Estimate<?>>flatMap(Optional::stream)
                .toList();
    }
}
