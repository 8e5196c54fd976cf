package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How long the texts of all workloads together are. */
record WorkloadLengths(Facts facts) {
    /** Standard deviations between P10 and P90 of a normal distribution. */
    private static final double P10_TO_P90 = 2 * 1.2815515655446004;

    /** What users send: text, system prompt and history. */
    Stated<Uncertain<Tokens>> input() {
        return tokens(Workload::input, "workload.input", WorkloadLengths::mean);
    }

    Stated<Uncertain<Tokens>> longInput() {
        return tokens(Workload::input, "workload.input", d -> d.p90().value());
    }

    Stated<Uncertain<Tokens>> output() {
        return tokens(Workload::output, "workload.output", WorkloadLengths::mean);
    }

    Stated<Uncertain<Tokens>> longOutput() {
        return tokens(Workload::output, "workload.output", d -> d.p90().value());
    }

    /** Hidden tokens of reasoning, where a workload names them. */
    Optional<Stated<Uncertain<Tokens>>> reasoning(boolean longest) {
        return stated(Workload::reasoning, longest ? d -> d.p90().value() : WorkloadLengths::mean);
    }

    private List<Workload> workloads() {
        return facts.plan().scope().workloads();
    }

    /** Weighted by the usual rates, which say how often each workload comes. */
    private Optional<Stated<Uncertain<Tokens>>> stated(
            Function<Workload, Optional<Stated<Distribution<Tokens>>>> which,
            ToDoubleFunction<Distribution<Tokens>> summary) {
        double weights = 0;
        double sum = 0;
        Origin origin = null;
        for (Workload workload : workloads()) {
            Optional<Stated<Distribution<Tokens>>> stated = which.apply(workload);
            if (stated.isPresent()) {
                double weight = workload.requests().map(r -> r.value().usual().value()).orElse(1.0);
                weight = weight > 0 ? weight : Double.MIN_NORMAL;
                weights += weight;
                sum += weight * summary.applyAsDouble(stated.get().value());
                origin = origin == null ? stated.get().origin() : origin;
            }
        }
        return origin != null && Double.isFinite(sum / weights)
                ? Optional.of(new Stated<>(Uncertain.exactly(new Tokens(sum / weights)), origin))
                : Optional.empty();
    }

    private Stated<Uncertain<Tokens>> tokens(
            Function<Workload, Optional<Stated<Distribution<Tokens>>>> which,
            String prior,
            ToDoubleFunction<Distribution<Tokens>> summary) {
        return stated(which, summary).orElseGet(() -> usual(prior, summary));
    }

    private Stated<Uncertain<Tokens>> usual(
            String prior, ToDoubleFunction<Distribution<Tokens>> summary) {
        Uncertain<Tokens> usual = facts.prior(prior, Dimension.TOKENS);
        Distribution<Tokens> distribution =
                Distribution.of(usual.low(), usual.likely(), usual.high());
        // the prior's range is that of single requests, not that of their mean
        Uncertain<?> residual = facts.prior("workload.tokens-residual").value();
        Tokens middle = new Tokens(summary.applyAsDouble(distribution));
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
    static double mean(Distribution<?> distribution) {
        double low = distribution.p10().value();
        double median = distribution.median().value();
        double high = distribution.p90().value();
        if (low <= 0) {
            return (low + median + high) / 3;
        }
        double sigma = sigma(distribution);
        return median * StrictMath.exp(sigma * sigma / 2);
    }

    private static double sigma(Distribution<?> distribution) {
        double low = distribution.p10().value();
        double high = distribution.p90().value();
        return low > 0 ? StrictMath.log(high / low) / P10_TO_P90 : 0;
    }
}
