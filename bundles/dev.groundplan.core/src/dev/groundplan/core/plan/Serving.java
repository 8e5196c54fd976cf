package dev.groundplan.core.plan;

import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * How a model is served after release.
 *
 * @param hardware of one replica
 * @param batch most requests in flight in a replica
 * @param context longest request in tokens that the engine admits
 * @param tensor accelerators over which a replica is split
 */
public record Serving(
        SubjectId id,
        String name,
        SourceRange range,
        Optional<ModelChoice> model,
        Optional<Hardware> hardware,
        List<CompressionStage> compression,
        Optional<String> engine,
        Optional<Stated<Count>> batch,
        Optional<Stated<Tokens>> context,
        Optional<Integer> tensor,
        Optional<String> kvPrecision,
        Optional<Stated<Uncertain<Ratio>>> prefixCache,
        Optional<Speculation> speculation,
        Optional<RegionSpec> region,
        Optional<Stated<Bounds<Count>>> replicas,
        List<PurchaseShare> purchase,
        Optional<Precision> precision)
        implements Subject {
    /** The quantisation, when there is one. */
    public Optional<CompressionStage> quantisation() {
        return compression.stream()
                .filter(step -> step.kind() == CompressionStage.Kind.QUANTISE)
                .findFirst();
    }

    /** The same on other accelerators, for what-if questions. */
    public Serving on(Hardware other) {
        return with(Optional.of(other), compression, batch, context, replicas);
    }

    /** The same with other compression steps. */
    public Serving with(List<CompressionStage> other) {
        return with(hardware, other, batch, context, replicas);
    }

    /** The same with another longest request. */
    public Serving with(Tokens other) {
        return with(hardware, compression, batch, stated(other), replicas);
    }

    /** The same with another number of requests in flight. */
    public Serving with(Count requests) {
        return with(hardware, compression, stated(requests), context, replicas);
    }

    /** The same with other bounds of its replicas. */
    public Serving with(Bounds<Count> other) {
        return with(hardware, compression, batch, context, stated(other));
    }

    /** The same with as many replicas as the load takes. */
    public Serving withoutBounds() {
        return with(hardware, compression, batch, context, Optional.empty());
    }

    private <T> Optional<Stated<T>> stated(T value) {
        return Optional.of(Stated.written(value, range));
    }

    /** All that a what-if question changes; the one place that knows the other parts. */
    private Serving with(
            Optional<Hardware> machines,
            List<CompressionStage> steps,
            Optional<Stated<Count>> requests,
            Optional<Stated<Tokens>> longest,
            Optional<Stated<Bounds<Count>>> bounds) {
        return new Serving(
                id,
                name,
                range,
                model,
                machines,
                steps,
                engine,
                requests,
                longest,
                tensor,
                kvPrecision,
                prefixCache,
                speculation,
                region,
                bounds,
                purchase,
                precision);
    }
}
