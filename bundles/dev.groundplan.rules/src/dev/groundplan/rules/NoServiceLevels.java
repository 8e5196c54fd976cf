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
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ServingPerformanceEstimation;
import java.util.Optional;
import java.util.stream.Stream;

/** People wait for the answers, and nothing says how long they may. */
public final class NoServiceLevels implements Rule {
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
                                + " long they may: no hardware is too slow for that.{pace} Promise what"
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
                pace.map(p -> fix(p, plan)).stream().toList());
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

    /** What the plan keeps in nine cases of ten. */
    private static Fix fix(Pace pace, Plan plan) {
        return Fix.of(
                        "Promise what the plan can keep",
                        new Change.Insert(
                                plan.id().child("scope"),
                                "service { first-token "
                                        + Written.latency(pace.firstToken().high())
                                        + "  per-token "
                                        + Written.latency(pace.perToken().high())
                                        + " }"))
                .bringing("to do", "ask whether people need it faster");
    }
}
