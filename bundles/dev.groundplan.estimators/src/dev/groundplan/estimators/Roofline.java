package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.BytesPerSecond;
import dev.groundplan.core.units.Dimension;
import java.util.Optional;
import java.util.Set;

/**
 * Time of a prefill and of a decoding step of one replica, in seconds. Its terms belong to one calculation and are
 * read while that evaluates.
 */
final class Roofline {
    static final String PREFILL =
            "t_pf = (max((2·N_c·S + 2·L·a·d·S²/e_a)/(e_c·P·t), W/(e_b·BW·t)) + L·(o + 2·t_ar(S)))";
    static final String DECODE =
            "t_dec = (max(m, f) + v·min(m, f) + L·(o + 2·t_ar(b)) + o_s), m = (W_b +"
                    + " b·KV·E[x])/(e_b·BW·t), f = 2·N_c·b/(e_c·P·t)";

    /** Engines that launch every kernel by itself. */
    private static final Set<String> EAGER = Set.of("transformers", "other");

    private final boolean split;
    private final double activeShare;
    private final boolean mixture;
    private final Calculation.Term weights;
    private final Calculation.Term computing;
    private final Calculation.Term peak;
    private final Calculation.Term bandwidth;
    private final Calculation.Term tensor;
    private final Calculation.Term layers;
    private final Calculation.Term attention;
    private final Calculation.Term hidden;
    private final Calculation.Term computeEfficiency;
    private final Calculation.Term bandwidthEfficiency;
    private final Calculation.Term attentionEfficiency;
    private final Calculation.Term overlap;
    private final Calculation.Term layerOverhead;
    private final Calculation.Term stepOverhead;
    private final Optional<Calculation.Term> latency;
    private final Optional<Calculation.Term> bus;
    private final Optional<Calculation.Term> busShare;

    Roofline(Calculation c, Replica replica) {
        Facts facts = replica.facts();
        Stated<Architecture> stated = replica.size().architecture().orElseThrow();
        Architecture a = stated.value();
        Origin shape = stated.origin();
        Origin device = Accelerators.origin(replica.accelerator());
        split = replica.memory().accelerators().value() > 1;
        mixture = replica.mixture();
        activeShare =
                a.experts().map(e -> (double) e.active() / Math.max(1, e.count())).orElse(1.0);
        weights = c.result("W", replica.memory().weights());
        double linear = replica.size().breakdown().orElseThrow().computing().value();
        computing =
                c.number(
                        "N_c",
                        "active parameters without the input embedding",
                        (long) linear,
                        shape);
        peak = c.exact("P", "dense peak in the served precision", replica.peak());
        bandwidth =
                c.exact(
                        "BW",
                        "memory bandwidth",
                        new Stated<>(replica.accelerator().bandwidth(), device));
        tensor =
                c.exact(
                        "t",
                        "accelerators of a replica",
                        new Stated<>(
                                replica.memory().accelerators(),
                                Origin.written(replica.serving().range())));
        layers = c.number("L", "layers", a.layers(), shape);
        attention = c.number("a·d", "width of the queries", (long) a.heads() * a.headDim(), shape);
        hidden = c.number("h", "hidden width", a.hidden(), shape);
        computeEfficiency = c.plainPrior("e_c", facts, "serving.compute-efficiency");
        bandwidthEfficiency = c.plainPrior("e_b", facts, "serving.bandwidth-efficiency");
        attentionEfficiency = c.plainPrior("e_a", facts, "serving.attention-efficiency");
        overlap = c.plainPrior("v", facts, "serving.overlap");
        boolean eager = replica.serving().engine().filter(EAGER::contains).isPresent();
        layerOverhead =
                c.prior(
                        "o",
                        facts,
                        eager ? "serving.layer-overhead-eager" : "serving.layer-overhead",
                        Dimension.TIME);
        stepOverhead =
                c.prior(
                        "o_s",
                        facts,
                        mixture ? "serving.step-overhead-experts" : "serving.step-overhead",
                        Dimension.TIME);
        latency =
                split
                        ? Optional.of(
                                c.prior("α", facts, "serving.all-reduce-latency", Dimension.TIME))
                        : Optional.empty();
        Optional<BytesPerSecond> link =
                replica.accelerator().interconnect().filter(x -> split && x.value() > 0);
        bus = link.map(x -> c.exact("β", "interconnect, one direction", new Stated<>(x, device)));
        busShare = link.map(x -> c.plainPrior("e_β", facts, "serving.all-reduce-bandwidth"));
        if (split) {
            c.note("t_ar(n) = α + 2·(t − 1)/t·n·h·2/(e_β·β), twice a layer");
        }
    }

    /** Of that many tokens of one request. */
    double prefill(double tokens) {
        double multiply = 2 * computing.value() * tokens;
        double attend =
                2
                        * layers.value()
                        * attention.value()
                        * tokens
                        * tokens
                        / attentionEfficiency.value();
        double compute = (multiply + attend) / compute();
        double memory = weights.value() / memory();
        return Math.max(compute, memory) + perLayer(tokens);
    }

    /** Of one token for each of so many requests, whose cache is so large altogether. */
    double decode(double requests, double cache) {
        double memory = (read(requests) + cache) / memory();
        double compute = 2 * computing.value() * requests / compute();
        return Math.max(memory, compute)
                + overlap.value() * Math.min(memory, compute)
                + perLayer(requests)
                + stepOverhead.value();
    }

    /** Of a mixture, the more requests there are the more experts are touched. */
    private double read(double requests) {
        return mixture
                ? weights.value()
                        * (1 - StrictMath.pow(1 - Math.min(1, activeShare), Math.max(1, requests)))
                : weights.value();
    }

    private double compute() {
        return computeEfficiency.value() * peak.value() * tensor.value();
    }

    private double memory() {
        return bandwidthEfficiency.value() * bandwidth.value() * tensor.value();
    }

    private double perLayer(double tokens) {
        return layers.value() * (layerOverhead.value() + 2 * allReduce(tokens));
    }

    private double allReduce(double tokens) {
        if (!split) {
            return 0;
        }
        double bytes = 2 * (tensor.value() - 1) / tensor.value() * tokens * hidden.value() * 2;
        double transfer =
                bus.map(b -> bytes / (b.value() * busShare.orElseThrow().value())).orElse(0.0);
        return latency.orElseThrow().value() + transfer;
    }
}
