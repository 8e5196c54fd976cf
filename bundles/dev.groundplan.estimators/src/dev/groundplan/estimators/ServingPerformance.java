package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.TokensPerSecond;
import java.util.Optional;

/**
 * Latency and throughput of a replica: a roofline with efficiencies, launch overheads and
 * all-reduces.
 */
public final class ServingPerformance implements Estimator<Serving, ServingPerformanceEstimation> {
    private static final String NAME = ServingPerformance.class.getSimpleName();

    @Override
    public Class<Serving> subject() {
        return Serving.class;
    }

    @Override
    public Class<ServingPerformanceEstimation> estimation() {
        return ServingPerformanceEstimation.class;
    }

    @Override
    public Optional<ServingPerformanceEstimation> estimate(Serving serving, Facts facts) {
        return replica(serving, facts)
                .flatMap(
                        replica ->
                                firstToken(replica)
                                        .flatMap(
                                                first ->
                                                        perToken(replica)
                                                                .flatMap(
                                                                        each ->
                                                                                rates(
                                                                                        replica,
                                                                                        first,
                                                                                        each))));
    }

    private static Optional<ServingPerformanceEstimation> rates(
            Replica replica, Estimate<Time> first, Estimate<Time> each) {
        return throughput(replica).map(x -> new ServingPerformanceEstimation(first, each, x));
    }

    /** Empty when model, memory or accelerator say too little for a roofline. */
    static Optional<Replica> replica(Serving serving, Facts facts) {
        Optional<ParameterEstimation> size = Served.size(serving, facts);
        Optional<AcceleratorSpec> accelerator = serving.hardware().map(Hardware::accelerator);
        Optional<Stated<FlopPerSecond>> peak = accelerator.flatMap(a -> peak(serving, a));
        Optional<ServingMemoryEstimation> memory =
                facts.get(ServingMemoryEstimation.class, serving);
        if (size.isEmpty()
                || size.get().architecture().isEmpty()
                || peak.isEmpty()
                || memory.isEmpty()
                || memory.get().concurrency().isEmpty()) {
            return Optional.empty();
        }
        Load load = Load.of(facts, Served.choice(serving, facts));
        return Optional.of(
                new Replica(
                        serving,
                        facts,
                        size.get(),
                        accelerator.get(),
                        peak.get(),
                        memory.get(),
                        load));
    }

    /** In FP8 where the deployment computes in it and the accelerator can, else in 16 bits. */
    private static Optional<Stated<FlopPerSecond>> peak(
            Serving serving, AcceleratorSpec accelerator) {
        return Accelerators.peak(accelerator, Served.arithmetic(serving))
                .or(() -> Accelerators.peak(accelerator));
    }

    private static Optional<Estimate<Time>> firstToken(Replica replica) {
        Calculation c = new Calculation(NAME, Roofline.PREFILL + "·ε");
        Roofline roofline = replica.roofline(c);
        Calculation.Term s = c.result("S", replica.load().request().longInput());
        Calculation.Term cached = c.result("η", replica.load().request().cached());
        Calculation.Term residual =
                c.plainPrior("ε", replica.facts(), "serving.residual.first-token");
        return c.note("without queueing; one request in ten is longer")
                .of(
                        replica.keys().key("first-token"),
                        "Time to the first token of a long request",
                        Time::new,
                        () ->
                                roofline.prefill(s.value() * (1 - cached.value()))
                                        * residual.value());
    }

    private static Optional<Estimate<Time>> perToken(Replica replica) {
        Calculation c = new Calculation(NAME, Roofline.DECODE + "·ε");
        Roofline roofline = replica.roofline(c);
        Calculation.Term b = c.result("b", replica.memory().concurrency().orElseThrow());
        Calculation.Term kv = c.result("b·KV·E[x]", replica.memory().cache().orElseThrow());
        Calculation.Term residual =
                c.plainPrior("ε", replica.facts(), "serving.residual.per-token");
        return c.note("while as many requests are under way as the replica takes")
                .of(
                        replica.keys().key("per-token"),
                        "Time to each further token, full replica",
                        Time::new,
                        () -> roofline.decode(b.value(), kv.value()) * residual.value());
    }

    private static Optional<Estimate<TokensPerSecond>> throughput(Replica replica) {
        Calculation c =
                new Calculation(
                        NAME,
                        "X = b·O / (O·t_dec(b) + b·t_pf(I))·ε, t_pf and t_dec as for the"
                                + " latencies");
        Roofline roofline = replica.roofline(c);
        Calculation.Term b = c.result("b", replica.memory().concurrency().orElseThrow());
        Calculation.Term kv = c.result("b·KV·E[x]", replica.memory().cache().orElseThrow());
        Calculation.Term input = c.result("I", replica.load().request().input());
        Calculation.Term output = c.result("O", replica.load().request().output());
        Calculation.Term cached = c.result("η", replica.load().request().cached());
        Calculation.Term residual =
                c.plainPrior(
                        "ε",
                        replica.facts(),
                        replica.mixture()
                                ? "serving.residual.throughput-experts"
                                : "serving.residual.throughput");
        return c.of(
                replica.keys().key("throughput"),
                "Output tokens a second of a replica",
                TokensPerSecond::new,
                () -> {
                    double tokens = b.value() * output.value();
                    double seconds =
                            output.value() * roofline.decode(b.value(), kv.value())
                                    + b.value()
                                            * roofline.share(
                                                    b.value(),
                                                    input.value() * (1 - cached.value()));
                    return tokens * residual.value() / seconds;
                });
    }
}
