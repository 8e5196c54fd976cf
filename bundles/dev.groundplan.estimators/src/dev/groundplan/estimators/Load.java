package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.HoursPerDay;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What users send to one model, all workloads together.
 *
 * @param usual requests at a usual hour
 * @param peak requests at the peak
 * @param input mean tokens of a request
 * @param longInput tokens that one request in ten exceeds
 * @param output mean tokens of an answer
 * @param longOutput tokens that one answer in ten exceeds
 * @param cached share of the input that a prefix cache serves
 * @param active share of the day in which requests arrive
 */
record Load(
        Stated<Uncertain<RequestRate>> usual,
        Stated<Uncertain<RequestRate>> peak,
        Stated<Uncertain<Tokens>> input,
        Stated<Uncertain<Tokens>> longInput,
        Stated<Uncertain<Tokens>> output,
        Stated<Uncertain<Tokens>> longOutput,
        Stated<Uncertain<Ratio>> cached,
        Stated<Ratio> active) {
    /** Standard deviations between P10 and P90 of a normal distribution. */
    private static final double P10_TO_P90 = 2 * 1.2815515655446004;

    static Load of(Facts facts, Optional<ModelChoice> choice) {
        List<Workload> workloads = facts.plan().scope().workloads();
        Uncertain<Ratio> share =
                choice.flatMap(ModelChoice::share)
                        .map(Stated::value)
                        .orElseGet(() -> Uncertain.exactly(new Ratio(1)));
        Stated<Uncertain<RequestRate>> usual =
                rate(workloads, p -> p.usual(), share)
                        .orElseGet(() -> usual(facts, "workload.requests", Dimension.REQUEST_RATE));
        Stated<Uncertain<RequestRate>> peak =
                rate(workloads, p -> p.peak(), share).orElseGet(() -> peak(facts, usual));
        return new Load(
                usual,
                peak,
                tokens(facts, workloads, Workload::input, "workload.input", Load::mean),
                tokens(facts, workloads, Workload::input, "workload.input", d -> d.p90().value()),
                tokens(facts, workloads, Workload::output, "workload.output", Load::mean),
                tokens(facts, workloads, Workload::output, "workload.output", d -> d.p90().value()),
                first(workloads, Workload::cached)
                        .orElseGet(() -> usual(facts, "workload.cached", Dimension.RATIO)),
                first(workloads, Workload::active)
                        .orElseGet(() -> likely(facts, "workload.active", Dimension.HOURS_PER_DAY))
                        .map(Load::dayShare));
    }

    private static Ratio dayShare(HoursPerDay active) {
        return new Ratio(Math.max(0, Math.min(1, active.share().value())));
    }

    private static Optional<Stated<Uncertain<RequestRate>>> rate(
            List<Workload> workloads,
            Function<Profile<RequestRate>, RequestRate> which,
            Uncertain<Ratio> share) {
        List<Workload> stated = workloads.stream().filter(w -> w.requests().isPresent()).toList();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (Workload workload : stated) {
            sum += which.apply(workload.requests().get().value()).value();
        }
        if (!Double.isFinite(sum)) {
            return Optional.empty();
        }
        Origin origin = stated.getFirst().requests().get().origin();
        RequestRate all = new RequestRate(sum);
        return Optional.of(new Stated<>(share.map(s -> all.times(s.value())), origin));
    }

    private static Stated<Uncertain<RequestRate>> peak(
            Facts facts, Stated<Uncertain<RequestRate>> usual) {
        return usual.map(
                rate ->
                        Uncertain.combine(
                                List.of(rate, facts.prior("serving.peak-to-mean").value()),
                                at -> new RequestRate(at.get(0).value() * at.get(1).value())));
    }

    /** Weighted by the usual rates, which say how often each workload comes. */
    private static Stated<Uncertain<Tokens>> tokens(
            Facts facts,
            List<Workload> workloads,
            Function<Workload, Optional<Stated<Distribution<Tokens>>>> which,
            String prior,
            Function<Distribution<Tokens>, Double> summary) {
        double weights = 0;
        double sum = 0;
        Origin origin = null;
        for (Workload workload : workloads) {
            Optional<Stated<Distribution<Tokens>>> stated = which.apply(workload);
            if (stated.isPresent()) {
                double weight = workload.requests().map(r -> r.value().usual().value()).orElse(1.0);
                weight = weight > 0 ? weight : Double.MIN_NORMAL;
                weights += weight;
                sum += weight * summary.apply(stated.get().value());
                origin = origin == null ? stated.get().origin() : origin;
            }
        }
        if (origin != null && Double.isFinite(sum / weights)) {
            return new Stated<>(Uncertain.exactly(new Tokens(sum / weights)), origin);
        }
        Uncertain<Tokens> usual = facts.prior(prior, Dimension.TOKENS);
        Distribution<Tokens> distribution =
                Distribution.of(usual.low(), usual.likely(), usual.high());
        // the prior's range is that of single requests, not that of their mean
        Uncertain<?> residual = facts.prior("workload.tokens-residual").value();
        Tokens middle = new Tokens(summary.apply(distribution));
        Uncertain<Tokens> range =
                Uncertain.of(
                        middle.times(residual.low().value()),
                        middle.times(residual.likely().value()),
                        middle.times(residual.high().value()));
        return new Stated<>(range, facts.prior(prior).origin());
    }

    /**
     * Of the lognormal distribution with these percentiles; of a narrower one when the low one is
     * nothing.
     */
    private static double mean(Distribution<Tokens> distribution) {
        double low = distribution.p10().value();
        double median = distribution.median().value();
        double high = distribution.p90().value();
        if (low <= 0) {
            return (low + median + high) / 3;
        }
        double sigma = StrictMath.log(high / low) / P10_TO_P90;
        return median * StrictMath.exp(sigma * sigma / 2);
    }

    private static <T> Optional<Stated<T>> first(
            List<Workload> workloads, Function<Workload, Optional<Stated<T>>> property) {
        return workloads.stream().map(property).flatMap(Optional::stream).findFirst();
    }

    private static <Q extends Quantity<Q>> Stated<Uncertain<Q>> usual(
            Facts facts, String name, Dimension<Q> dimension) {
        Prior prior = facts.prior(name);
        return new Stated<>(facts.prior(name, dimension), prior.origin());
    }

    private static <Q extends Quantity<Q>> Stated<Q> likely(
            Facts facts, String name, Dimension<Q> dimension) {
        return usual(facts, name, dimension).map(Uncertain::likely);
    }
}
