package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AnswerCache;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.HoursPerDay;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What users send to one model, all workloads together.
 *
 * @param usual requests at a usual hour, of those that no cache of answers serves
 * @param peak the same at the peak
 * @param request what each of them asks of the model
 * @param active share of the day in which requests arrive
 */
record Load(
        Stated<Uncertain<RequestRate>> usual,
        Stated<Uncertain<RequestRate>> peak,
        RequestEstimation request,
        Stated<Ratio> active) {
    static Load of(Facts facts, Optional<ModelChoice> choice) {
        List<Workload> workloads = facts.plan().scope().workloads();
        Uncertain<Ratio> share = misses(facts, share(choice));
        Stated<Uncertain<RequestRate>> usual =
                rate(workloads, p -> p.usual(), share)
                        .orElseGet(() -> usual(facts, "workload.requests", Dimension.REQUEST_RATE));
        Stated<Uncertain<RequestRate>> peak =
                rate(workloads, p -> p.peak(), share).orElseGet(() -> peak(facts, usual));
        return new Load(
                usual,
                peak,
                facts.get(RequestEstimation.class, facts.plan()).orElseThrow(),
                first(workloads, Workload::active)
                        .orElseGet(() -> likely(facts, "workload.active", Dimension.HOURS_PER_DAY))
                        .map(Load::dayShare));
    }

    /** Share of the input that need not be computed again, as a deployment or the workload says. */
    static Stated<Uncertain<Ratio>> cached(Facts facts) {
        return facts.plan().servings().stream()
                .flatMap(serving -> serving.prefixCache().stream())
                .findFirst()
                .or(() -> first(facts.plan().scope().workloads(), Workload::cached))
                .orElseGet(() -> usual(facts, "workload.cached", Dimension.RATIO));
    }

    private static Uncertain<Ratio> share(Optional<ModelChoice> choice) {
        return choice.flatMap(ModelChoice::share)
                .map(Stated::value)
                .orElseGet(() -> Uncertain.exactly(new Ratio(1)));
    }

    /** Of these requests, those that the caches of answers do not serve. */
    private static Uncertain<Ratio> misses(Facts facts, Uncertain<Ratio> requests) {
        Uncertain<Ratio> left = requests;
        for (AnswerCache cache : facts.plan().augmentation().steps(AnswerCache.class)) {
            if (cache.hits().isPresent()) {
                left =
                        Uncertain.combine(
                                left,
                                cache.hits().get().value(),
                                (l, h) -> l.times(Math.clamp(1 - h.value(), 0, 1)));
            }
        }
        return left;
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
                                at -> new RequestRate(at[0] * at[1])));
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
