package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import java.util.Optional;

/**
 * The passes of one replica. Its constants belong to one calculation and are read while that
 * evaluates; what is known exactly is shown beside them.
 */
final class Roofline {
    static final String PREFILL =
            "t_pf = (F(S)/(e_c·A·t) + W/(e_b·BW·t) + A(S)/(e_a·A·t) + L·(o_p + 2·t_ar(S)) + o_s)";
    static final String DECODE =
            "t_dec = (F(max(b, n))/(e_c·A·t) + W_b/(e_b·BW·t) + b·KV·E[x]/(e_k·BW·t_k) + L·(o +"
                    + " 2·t_ar(b)) + o_s + b·o_b";

    private final ReplicaTime time;
    private final Optional<SpeculativePace> speculation;
    private final double context;

    Roofline(Calculation c, Replica replica) {
        ServingSetup setup = setup(replica);
        show(c, replica, setup);
        speculation = SpeculativePace.of(c, replica);
        context = context(replica);
        time =
                ReplicaTime.of(
                        setup,
                        new PassConstants(
                                setup.engine(),
                                name ->
                                        c.constant(
                                                        PassConstants.symbol(name),
                                                        replica.facts(),
                                                        name)
                                                ::value));
    }

    static ServingSetup setup(Replica replica) {
        Facts facts = replica.facts();
        Architecture architecture = replica.size().architecture().orElseThrow().value();
        String words = replica.serving().engine().orElse("");
        return new ServingSetup(
                ServedModel.of(architecture, replica.size().breakdown().orElseThrow()),
                Served.format(replica.serving(), facts),
                Served.cacheBytes(replica.serving(), facts).value(),
                replica.accelerator(),
                replica.memory().accelerators(),
                Optional.of(replica.memory().accelerators()),
                words,
                Count.of(0));
    }

    /** Of that many tokens of one request. */
    double prefill(double tokens) {
        return time.prompts(1, tokens);
    }

    /** Of one token for each of so many requests, whose cache is so large altogether. */
    double decode(double requests, double cache) {
        return speculation
                .map(s -> s.seconds(time, requests, cache, context))
                .orElseGet(() -> time.cached(requests, cache));
    }

    /** Tokens of a sequence while its answer grows. */
    static double context(Replica replica) {
        RequestEstimation request = replica.load().request();
        return request.input().value().likely().value()
                + request.output().value().likely().value() / 2;
    }

    /** Of one prompt among others of the same length that are computed with it. */
    double share(double requests, double tokens) {
        return time.share(requests, tokens);
    }

    private static void show(Calculation c, Replica replica, ServingSetup setup) {
        Stated<Architecture> stated = replica.size().architecture().orElseThrow();
        Origin shape = stated.origin();
        Origin device = Accelerators.origin(replica.accelerator());
        Architecture a = stated.value();
        c.shown(Input.of("L", "layers", Count.of(a.layers()), shape));
        c.shown(Input.of("h", "hidden width", Count.of(a.hidden()), shape));
        c.shown(
                Input.of(
                        "N_a",
                        "weights that a token passes",
                        replica.size().breakdown().orElseThrow().active(),
                        shape));
        Stated<Bytes> each = Served.weightBytes(replica.serving(), replica.facts());
        c.shown(Input.of("w", "bytes a weight of a linear layer", each));
        c.shown(
                Input.of(
                        "A",
                        "dense peak in the served precision, of which matrices reach a share",
                        replica.peak()));
        c.shown(Input.of("BW", "memory bandwidth", replica.accelerator().bandwidth(), device));
        c.shown(
                Input.of(
                        "t",
                        "accelerators of a replica",
                        replica.memory().accelerators(),
                        Origin.written(replica.serving().range())));
        if (setup.tensor() > 1) {
            c.note("t_ar(n) = α + 2·(t − 1)/t·n·h·2/(e_β·β), twice a layer");
        }
    }
}
