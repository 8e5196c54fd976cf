package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** Replicas and accelerators that serve the peak. */
public final class ServingCapacity implements Estimator<Serving, ServingCapacityEstimation> {
    private static final String NAME = ServingCapacity.class.getSimpleName();

    @Override
    public Class<Serving> subject() {
        return Serving.class;
    }

    @Override
    public Class<ServingCapacityEstimation> estimation() {
        return ServingCapacityEstimation.class;
    }

    @Override
    public Optional<ServingCapacityEstimation> estimate(Serving serving, Facts facts) {
        Optional<ServingMemoryEstimation> memory =
                facts.get(ServingMemoryEstimation.class, serving);
        return facts.get(ServingPerformanceEstimation.class, serving)
                .flatMap(performance -> replicas(serving, facts, performance))
                .flatMap(
                        replicas ->
                                memory.flatMap(m -> accelerators(serving, replicas, m))
                                        .map(n -> new ServingCapacityEstimation(replicas, n)));
    }

    private static Optional<Estimate<Count>> replicas(
            Serving serving, Facts facts, ServingPerformanceEstimation performance) {
        boolean waits =
                !facts.plan().scope().workloads().isEmpty()
                        && facts.plan().scope().workloads().stream().allMatch(Workload::batch);
        Load load = Load.of(facts, Served.choice(serving, facts));
        Calculation c = new Calculation(NAME, waits ? "R = ⌈λ·O / X⌉" : "R = ⌈λ·O / (X·δ)⌉");
        Calculation.Term rate = c.range("λ", "requests at the peak", load.peak());
        Calculation.Term output = c.range("O", "mean tokens of an answer", load.output());
        Calculation.Term x = c.result("X", performance.throughput());
        Optional<Calculation.Term> derate =
                waits
                        ? Optional.empty()
                        : Optional.of(c.plainPrior("δ", facts, "serving.service-derate"));
        Optional<Stated<Bounds<Count>>> bounds = serving.replicas();
        bounds.ifPresent(b -> c.shown(Input.of("bounds", "replicas, least to most", b)));
        double least = Math.max(1, bounds.map(b -> b.value().least().value()).orElse(1.0));
        double most = bounds.map(b -> b.value().most().value()).orElse(Double.MAX_VALUE);
        return c.of(
                        Keys.of(serving).key("replicas"),
                        "Replicas at the peak",
                        Count::new,
                        () ->
                                rate.value()
                                        * output.value()
                                        / (x.value()
                                                * derate.map(Calculation.Term::value).orElse(1.0)))
                .map(needed -> whole(needed, least, Math.max(least, most)));
    }

    /** There is no half a replica, and the deployment's bounds hold. */
    private static Estimate<Count> whole(Estimate<Count> needed, double least, double most) {
        Uncertain<Count> rounded =
                needed.value()
                        .map(
                                n ->
                                        new Count(
                                                Math.min(
                                                        most,
                                                        Math.max(least, n.roundedUp().value()))));
        return new Estimate<>(needed.key(), needed.title(), rounded, needed.derivation());
    }

    private static Optional<Estimate<Count>> accelerators(
            Serving serving, Estimate<Count> replicas, ServingMemoryEstimation memory) {
        Calculation c = new Calculation(NAME, "n = R·t");
        Calculation.Term r = c.result("R", replicas);
        Calculation.Term t =
                c.exact(
                        "t",
                        "accelerators of a replica",
                        new Stated<>(memory.accelerators(), Origin.written(serving.range())));
        return c.of(
                Keys.of(serving).key("accelerators"),
                "Accelerators at the peak",
                Count::new,
                () -> r.value() * t.value());
    }
}
