package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Dimension;
import java.util.Optional;

/**
 * Memory of a deployment's replica: weights, key-value cache and runtime, against what its
 * accelerators have.
 */
public final class ServingMemory implements Estimator<Serving, ServingMemoryEstimation> {
    static final String NAME = ServingMemory.class.getSimpleName();

    @Override
    public Class<Serving> subject() {
        return Serving.class;
    }

    @Override
    public Class<ServingMemoryEstimation> estimation() {
        return ServingMemoryEstimation.class;
    }

    @Override
    public Optional<ServingMemoryEstimation> estimate(Serving serving, Facts facts) {
        return Served.size(serving, facts)
                .flatMap(
                        size ->
                                weights(serving, facts, size)
                                        .map(
                                                weights ->
                                                        new ServingMemoryJob(
                                                                        serving, facts, size,
                                                                        weights)
                                                                .estimate()));
    }

    private static Optional<Estimate<Bytes>> weights(
            Serving serving, Facts facts, ParameterEstimation size) {
        Stated<Bytes> each = Served.weightBytes(serving, facts);
        boolean parts = size.breakdown().isPresent();
        Calculation c = new Calculation(NAME, parts ? "W = N_q·w_q + (N − N_q)·w" : "W = N·w_q");
        Calculation.Term n = c.result("N", size.total());
        Calculation.Term small = c.exact("w_q", "bytes a weight of a linear layer", each);
        if (!parts) {
            return c.of(
                    key(serving, "weights"),
                    "Weights",
                    Bytes::new,
                    () -> n.value() * small.value());
        }
        double linear = size.breakdown().get().linear().value();
        c.number(
                "N_q",
                "weights of linear layers",
                (long) linear,
                size.architecture().get().origin());
        Calculation.Term whole = c.prior("w", facts, "memory.weight.bf16", Dimension.BYTES);
        return c.note("embeddings, head and norms stay in 16 bits")
                .of(
                        key(serving, "weights"),
                        "Weights",
                        Bytes::new,
                        () ->
                                linear * small.value()
                                        // served wider than 16 bits, everything is
                                        + (n.value() - linear)
                                                * Math.max(whole.value(), small.value()));
    }

    static ResultKey key(Serving serving, String part) {
        return Keys.of(serving).key("memory", part);
    }
}
