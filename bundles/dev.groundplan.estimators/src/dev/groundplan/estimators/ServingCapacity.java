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
import dev.groundplan.core.units.GrowthRate;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Replicas and accelerators that serve the peak. */
public final class ServingCapacity implements Estimator<Serving, ServingCapacityEstimation> {
    private static final String NAME = ServingCapacity.class.getSimpleName();

    /** Beyond this share of the rate that it can take, what users see is not worth a figure. */
    private static final double FULL = 1.2;

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
        Optional<ServingPerformanceEstimation> performance =
                facts.get(ServingPerformanceEstimation.class, serving);
        if (memory.isEmpty() || performance.isEmpty()) {
            return Optional.empty();
        }
        Optional<ServingPeak> peak =
                waits(facts) ? Optional.empty() : ServingPeak.of(serving, facts);
        Optional<SustainedRate> sustained = peak.flatMap(ServingPeak::sustained);
        Optional<Estimate<RequestRate>> rate = sustained.flatMap(s -> peak.orElseThrow().rate(s));
        boolean kept = peak.isEmpty() || rate.isPresent();
        return replicas(serving, facts, performance.get(), rate, kept, Optional.empty())
                .flatMap(
                        replicas ->
                                accelerators(serving, replicas, memory.get())
                                        .map(
                                                n ->
                                                        new ServingCapacityEstimation(
                                                                rate,
                                                                replicas,
                                                                n,
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                later(
                                                                        serving,
                                                                        facts,
                                                                        performance.get(),
                                                                        rate,
                                                                        kept))))
                .map(
                        c ->
                                sustained.isPresent()
                                        ? levels(c, serving, facts, peak.get(), sustained.get())
                                        : c);
    }

    private static boolean waits(Facts facts) {
        return !facts.plan().scope().workloads().isEmpty()
                && facts.plan().scope().workloads().stream().allMatch(Workload::batch);
    }

    private static ServingCapacityEstimation levels(
            ServingCapacityEstimation c,
            Serving serving,
            Facts facts,
            ServingPeak peak,
            SustainedRate sustained) {
        Load load = Load.of(facts, Served.choice(serving, facts));
        double calls =
                load.peak().value().likely().value()
                        * load.request().calls().value().likely().value();
        double each = calls / c.replicas().value().likely().value();
        if (!(each > 0) || each > FULL * sustained.rate() * Math.max(1, sustained.correction())) {
            return c; // with so few replicas queues grow without end
        }
        PeakLevels levels = peak.levels(sustained, each);
        return new ServingCapacityEstimation(
                c.rate(),
                c.replicas(),
                c.accelerators(),
                peak.level(
                        "first-token",
                        "Time to the first token at the peak, 95th percentile",
                        levels.firstToken(),
                        "serving.residual.first-token",
                        sustained),
                peak.level(
                        "per-token",
                        "Time to each further token at the peak, 95th percentile",
                        levels.perToken(),
                        "serving.residual.per-token",
                        sustained),
                c.later());
    }

    private static Optional<Estimate<Count>> later(
            Serving serving,
            Facts facts,
            ServingPerformanceEstimation performance,
            Optional<Estimate<RequestRate>> rate,
            boolean kept) {
        return facts.plan().scope().workloads().stream()
                .flatMap(w -> w.growth().stream())
                .findFirst()
                .flatMap(g -> replicas(serving, facts, performance, rate, kept, Optional.of(g)));
    }

    /**
     * @param kept whether any number of replicas keeps the service levels
     * @param growth of the requests until the horizon
     */
    private static Optional<Estimate<Count>> replicas(
            Serving serving,
            Facts facts,
            ServingPerformanceEstimation performance,
            Optional<Estimate<RequestRate>> within,
            boolean kept,
            Optional<Stated<Uncertain<GrowthRate>>> growth) {
        Load load = Load.of(facts, Served.choice(serving, facts));
        String grown = growth.isPresent() ? "·(1 + g)^H" : "";
        Calculation c =
                new Calculation(
                        NAME,
                        within.isPresent()
                                ? "R = ⌈λ·m" + grown + " / Λ⌉"
                                : waits(facts)
                                        ? "R = ⌈λ·m" + grown + "·O / X⌉"
                                        : "R = ⌈λ·m" + grown + "·O / (X·δ)⌉");
        Calculation.Term rate = c.range("λ", "requests at the peak", load.peak());
        Calculation.Term calls = c.result("m", load.request().calls());
        DoubleSupplier factor = growth(c, facts, growth);
        DoubleSupplier one = one(c, facts, performance, load, within);
        Optional<Stated<Bounds<Count>>> bounds = serving.replicas();
        bounds.ifPresent(b -> c.shown(Input.of("bounds", "replicas, least to most", b)));
        double least = Math.max(1, bounds.map(b -> b.value().least().value()).orElse(1.0));
        double most = bounds.map(b -> b.value().most().value()).orElse(Double.MAX_VALUE);
        if (!kept) {
            c.note(
                    "no number of replicas keeps the service levels: an idle one already misses"
                            + " them; counted by throughput alone");
        }
        return c.of(
                        Keys.of(serving).key(growth.isPresent() ? "replicas-later" : "replicas"),
                        growth.isPresent()
                                ? "Replicas at the peak at the end of the horizon"
                                : "Replicas at the peak",
                        Count::new,
                        () ->
                                rate.value()
                                        * calls.value()
                                        * factor.getAsDouble()
                                        / one.getAsDouble())
                .map(needed -> whole(needed, least, Math.max(least, most)));
    }

    /** Calls a second that one replica takes. */
    private static DoubleSupplier one(
            Calculation c,
            Facts facts,
            ServingPerformanceEstimation performance,
            Load load,
            Optional<Estimate<RequestRate>> within) {
        if (within.isPresent()) {
            return c.result("Λ", within.get())::value;
        }
        Calculation.Term output = c.result("O", load.request().output());
        Calculation.Term x = c.result("X", performance.throughput());
        DoubleSupplier derate =
                waits(facts) ? () -> 1 : c.plainPrior("δ", facts, "serving.service-derate")::value;
        return () -> x.value() * derate.getAsDouble() / output.value();
    }

    private static DoubleSupplier growth(
            Calculation c, Facts facts, Optional<Stated<Uncertain<GrowthRate>>> growth) {
        if (growth.isEmpty()) {
            return () -> 1;
        }
        Stated<Time> horizon = Horizon.of(facts);
        Calculation.Term g = c.range("g", "growth of the requests", growth.get());
        c.shown(Input.of("H", "horizon", horizon));
        double months = horizon.value().months();
        return () -> StrictMath.pow(Math.max(0, 1 + g.value()), months);
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
        Count likely = needed.value().likely().roundedUp();
        return new Estimate<>(
                needed.key(),
                needed.title(),
                rounded,
                likely.value() > most
                        ? needed.derivation()
                                .note(
                                        likely
                                                + " are needed and the deployment allows "
                                                + new Count(most)
                                                + ": at the peak the service levels are not kept")
                        : needed.derivation());
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
