package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.RunCostEstimation;
import dev.groundplan.estimators.ServingPerformanceEstimation;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People wait for the answers, and nothing says how long they may. */
public final class NoServiceLevels implements Rule {
    /** Waiting as long again, and again, is tried so often. */
    private static final int MOST_TIMES = 16;

    /** Below a hundredth two costs are one. */
    private static final double SAME_COST = 0.01;

    /** What the first token takes and each further one, of the slowest model that answers. */
    private record Pace(Uncertain<Time> firstToken, Uncertain<Time> perToken) {
        Pace slower(Pace other) {
            return new Pace(later(firstToken, other.firstToken), later(perToken, other.perToken));
        }

        private static Uncertain<Time> later(Uncertain<Time> one, Uncertain<Time> other) {
            return one.high().compareTo(other.high()) >= 0 ? one : other;
        }
    }

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return Brief.isWritten(plan) && !promises(plan.scope().service())
                ? plan.scope().workloads().stream()
                        .filter(load -> !load.batch() && load.requests().isPresent())
                        .limit(1)
                        .map(load -> finding(load, facts))
                : Stream.empty();
    }

    private static boolean promises(ServiceLevels service) {
        return service.firstToken().isPresent()
                || service.perToken().isPresent()
                || service.availability().isPresent();
    }

    private Finding finding(Workload load, Facts facts) {
        Plan plan = facts.plan();
        Optional<Pace> pace = pace(facts);
        return finding(
                load.range(),
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "People wait for these answers, {peak} at the peak, and nothing says how"
                                + " long they may: no model is too slow for that.{pace} Promise what"
                                + " people need, or call the load `kind batch`.",
                        "peak",
                        load.requests().orElseThrow().value().peak().toString(),
                        "pace",
                        pace.map(
                                        p ->
                                                " As planned, the first token takes "
                                                        + p.firstToken().likely()
                                                        + " and each further one "
                                                        + p.perToken().likely()
                                                        + ".")
                                .orElse("")),
                pace.flatMap(p -> fix(p, facts)).stream().toList());
    }

    private static Optional<Pace> pace(Facts facts) {
        Stream<Pace> own =
                facts.plan().servings().stream()
                        .flatMap(s -> facts.get(ServingPerformanceEstimation.class, s).stream())
                        .map(s -> new Pace(s.firstToken().value(), s.perToken().value()));
        Stream<Pace> hosted =
                ModelMention.chosen(facts.plan())
                        .map(ModelMention::model)
                        .filter(EndpointSpec.class::isInstance)
                        .map(EndpointSpec.class::cast)
                        .filter(e -> e.firstToken().isPresent() && e.perToken().isPresent())
                        .map(e -> new Pace(e.firstToken().get(), e.perToken().get()));
        return Stream.concat(own, hosted).reduce(Pace::slower);
    }

    /**
     * The upper end of the estimates, or so many times it that waiting for others fits in: a
     * promise that takes more replicas than are planned is one to ask for, not to begin with.
     */
    private static Optional<Fix> fix(Pace pace, Facts facts) {
        return IntStream.iterate(1, n -> n <= MOST_TIMES, n -> 2 * n)
                .mapToObj(n -> levels(pace, n))
                .filter(levels -> costsNoMore(levels, facts))
                .findFirst()
                .map(levels -> fix(levels, facts.plan()));
    }

    private static ServiceLevels levels(Pace pace, int times) {
        return new ServiceLevels(
                SourceRange.NOWHERE,
                promise(pace.firstToken(), times),
                promise(pace.perToken(), times),
                Optional.empty());
    }

    private static Optional<Stated<Time>> promise(Uncertain<Time> takes, int times) {
        Time rounded = Written.inTwoDigits(takes.high().times(times));
        return Optional.of(Stated.written(rounded, SourceRange.NOWHERE));
    }

    private static boolean costsNoMore(ServiceLevels levels, Facts facts) {
        Plan plan = facts.plan();
        Facts promised = facts.of(plan.with(plan.scope().with(levels)));
        return Serves.well(promised) && cost(promised) <= cost(facts) * (1 + SAME_COST);
    }

    private static double cost(Facts facts) {
        return facts.get(RunCostEstimation.class, facts.plan())
                .flatMap(RunCostEstimation::month)
                .map(month -> month.value().likely().value())
                .orElse(0.0);
    }

    private static Fix fix(ServiceLevels levels, Plan plan) {
        return Fix.of(
                        "Promise what the plan can keep",
                        new Change.Insert(
                                plan.id().child("scope"),
                                "service { first-token "
                                        + Written.latency(levels.firstToken().orElseThrow().value())
                                        + "  per-token "
                                        + Written.latency(levels.perToken().orElseThrow().value())
                                        + " }"))
                .bringing("to do", "ask whether people need it faster");
    }
}
