package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** Requests that come by chance to one replica of a deployment, and what is promised to them. */
final class ServingPeak {
    private static final String NAME = ServingCapacity.class.getSimpleName();
    private static final String SUBJECT_OF_DRAWS = "serving";

    private final Serving serving;
    private final Facts facts;
    private final ServingPerformanceEstimation performance;
    private final RequestEstimation request;
    private final ServedPace pace;
    private final ReplicaLoad load;
    private final PeakLevels promised;

    private ServingPeak(
            Serving serving,
            Facts facts,
            ServingPerformanceEstimation performance,
            RequestEstimation request,
            Replica replica,
            double slots) {
        this.serving = serving;
        this.facts = facts;
        this.performance = performance;
        this.request = request;
        this.pace =
                new ServedPace(
                        ReplicaTime.likely(Roofline.setup(replica), facts::prior),
                        SpeculativePace.of(new Calculation(NAME, ""), replica),
                        Roofline.context(replica));
        this.load = load(likely(request.input()), likely(request.output()), cached(), slots);
        this.promised = promised(facts.plan().scope().service());
    }

    /** Empty when nothing is promised or the replica's speed is not known. */
    static Optional<ServingPeak> of(Serving serving, Facts facts) {
        ServiceLevels service = facts.plan().scope().service();
        Optional<Replica> replica = ServingPerformance.replica(serving, facts);
        Optional<ServingPerformanceEstimation> performance =
                facts.get(ServingPerformanceEstimation.class, serving);
        if (service.firstToken().isEmpty() && service.perToken().isEmpty()
                || replica.isEmpty()
                || performance.isEmpty()) {
            return Optional.empty();
        }
        double slots =
                Math.max(
                        1,
                        replica.get()
                                .memory()
                                .concurrency()
                                .orElseThrow()
                                .value()
                                .likely()
                                .value());
        RequestEstimation request = replica.get().load().request();
        boolean sensible =
                likely(request.input()) > 0
                        && likely(request.input()) < 1e9
                        && likely(request.output()) > 0
                        && likely(request.output()) < 1e9;
        return sensible
                ? Optional.of(
                        new ServingPeak(
                                serving, facts, performance.get(), request, replica.get(), slots))
                : Optional.empty();
    }

    /** Empty when not even an idle replica keeps what is promised. */
    Optional<SustainedRate> sustained() {
        return SustainedRate.of(pace, load, promised, chunk(), random());
    }

    /** Calls a second that one replica answers within what is promised. */
    Optional<Estimate<RequestRate>> rate(SustainedRate sustained) {
        Calculation c =
                new Calculation(NAME, "Λ = κ·ε·λ*, λ* the highest rate at which p95 stays within");
        service(c);
        c.shown(Input.of("t_dec", performance.perToken()));
        Calculation.Term input = c.result("I", request.input());
        Calculation.Term output = c.result("O", request.output());
        Calculation.Term cached = c.result("η", request.cached());
        Calculation.Term residual = c.plainPrior("ε", facts, "serving.residual.throughput");
        Calculation.Term correction = c.result("κ", correction(sustained));
        c.shown(
                Input.of(
                        "chunk",
                        "tokens of prompts that a step carries",
                        new Tokens(sustained.chunk()),
                        facts.prior("serving.chunked-prompt").origin()));
        return c.note(method(sustained))
                .note(
                        "requests come to each replica by chance; a balancer that sees queues does"
                                + " better")
                .of(
                        key("requests-per-replica"),
                        "Calls a second that a replica answers within the service levels",
                        RequestRate::new,
                        () -> {
                            ReplicaLoad here =
                                    load(
                                                    input.value(),
                                                    output.value(),
                                                    cached.value(),
                                                    load.slots())
                                            .withChunk(sustained.chunk());
                            return correction.value()
                                    * residual.value()
                                    * SustainedRate.byFormula(
                                            pace.at(input.value() + output.value() / 2),
                                            here,
                                            promised.times(residual.value()));
                        });
    }

    private Estimate<Ratio> correction(SustainedRate sustained) {
        return new Estimate<>(
                key("queue", "correction"),
                "Rate of the event simulation over that of the formula",
                Uncertain.exactly(new Ratio(sustained.correction())),
                simulation());
    }

    /** What the simulation rests on. */
    private Derivation simulation() {
        Calculation c =
                new Calculation(
                        NAME,
                        "event simulation of "
                                + SustainedRate.REQUESTS
                                + " requests, seed "
                                + facts.plan().seed());
        service(c);
        c.shown(Input.of("t_dec", performance.perToken()));
        c.shown(Input.of("I", request.input()));
        c.shown(Input.of("O", request.output()));
        return c.derivation();
    }

    /** What users see when the replicas share that rate of calls. */
    PeakLevels levels(SustainedRate sustained, double rate) {
        return new QueueSimulation(
                        pace, load.withChunk(sustained.chunk()), SustainedRate.REQUESTS, random())
                .levels(rate);
    }

    Optional<Estimate<Time>> level(
            String key, String title, double nominal, String residual, SustainedRate sustained) {
        Calculation c = new Calculation(NAME, "p95 of " + SustainedRate.REQUESTS + " requests · ε");
        Calculation.Term simulated =
                c.result(
                        "p95",
                        new Estimate<>(
                                key("queue", key),
                                "95th percentile in the event simulation",
                                Uncertain.exactly(new Time(nominal)),
                                simulation()));
        Calculation.Term e = c.plainPrior("ε", facts, residual);
        return c.note(
                        "prompts in chunks of "
                                + (int) sustained.chunk()
                                + " tokens beside the steps")
                .of(key("peak", key), title, Time::new, () -> simulated.value() * e.value());
    }

    private void service(Calculation c) {
        ServiceLevels service = facts.plan().scope().service();
        service.firstToken()
                .ifPresent(t -> c.shown(Input.of("first-token", "promised to the first token", t)));
        service.perToken()
                .ifPresent(
                        t -> c.shown(Input.of("per-token", "promised to each further token", t)));
        c.shown(Input.of("slots", "requests under way at most", new Count(load.slots()), slots()));
    }

    private Origin slots() {
        return Served.batch(serving, facts).origin();
    }

    private String method(SustainedRate sustained) {
        int busy = (int) Math.round(100 * sustained.busy());
        return sustained.simulated()
                ? "by event simulation of "
                        + SustainedRate.REQUESTS
                        + " requests with seed "
                        + facts.plan().seed()
                        + ": the formula alone is weak where so much is under way ("
                        + busy
                        + " % of the slots)"
                : "by Sakasegawa's formula, which is good where so little is under way ("
                        + busy
                        + " % of the slots)";
    }

    private ReplicaLoad load(double input, double output, double cached, double slots) {
        return new ReplicaLoad(
                Math.max(1, input * (1 - cached)),
                ReplicaLoad.spread(likely(request.longInput()) / likely(request.input())),
                Math.max(1, output),
                ReplicaLoad.spread(likely(request.longOutput()) / likely(request.output())),
                slots,
                chunk());
    }

    private double chunk() {
        return Likely.of(facts::prior, "serving.chunked-prompt");
    }

    private double cached() {
        return request.cached().value().likely().value();
    }

    private KeyedRandom random() {
        return new KeyedRandom(
                facts.plan().seed() * 31 + (SUBJECT_OF_DRAWS + serving.name()).hashCode());
    }

    private ResultKey key(String... rest) {
        return Keys.of(serving).key(rest);
    }

    private static double likely(Estimate<?> estimate) {
        return estimate.value().likely().value();
    }

    private static PeakLevels promised(ServiceLevels service) {
        return new PeakLevels(
                service.firstToken().map(t -> t.value().value()).orElse(Double.MAX_VALUE),
                service.perToken().map(t -> t.value().value()).orElse(Double.MAX_VALUE));
    }
}
