package dev.groundplan.rules;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.estimators.ProjectTotalsEstimation;
import dev.groundplan.estimators.RunCostEstimation;
import dev.groundplan.estimators.WorkDatesEstimation;
import dev.groundplan.planner.project.FirstRuns;
import dev.groundplan.planner.project.RunForecastEstimation;
import dev.groundplan.planner.project.SimulationEstimation;
import dev.groundplan.planner.project.SketchEstimation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What the simulated runs promise, for the rules that need them: the figures of the plan's summary.
 * Where nothing can be simulated, those of the closed forms, as there.
 */
final class Forecasts {
    /** Standard errors beyond which more runs cannot say otherwise. */
    private static final double SURE = 5;

    private Forecasts() {}

    /** Cost until release. */
    static Optional<Promise<Money>> build(Facts facts) {
        return whole(facts, Promise::build, ProjectTotalsEstimation.class);
    }

    /** Cost until release, where it breaks the budget. */
    static Optional<Promise<Money>> brokenBuild(Facts facts) {
        return broken(facts, Promise::build, ProjectTotalsEstimation.class);
    }

    /** Cost until release, where it keeps the budget. */
    static Optional<Promise<Money>> keptBuild(Facts facts) {
        return kept(facts, Promise::build, ProjectTotalsEstimation.class);
    }

    /** The release, where it breaks the deadline. */
    static Optional<Promise<Time>> brokenFinish(Facts facts) {
        return broken(facts, Promise::finish, WorkDatesEstimation.class);
    }

    /** The release, where it keeps the deadline. */
    static Optional<Promise<Time>> keptFinish(Facts facts) {
        return kept(facts, Promise::finish, WorkDatesEstimation.class);
    }

    /** The release. */
    static Optional<Promise<Time>> finish(Facts facts) {
        return whole(facts, Promise::finish, WorkDatesEstimation.class);
    }

    /** Running cost a month. */
    static Optional<Promise<PricePerMonth>> run(Facts facts) {
        Plan plan = facts.plan();
        return Promise.run(
                plan,
                Promise.Numbers.of(
                        both(
                                facts.get(RunForecastEstimation.class, plan),
                                facts.get(RunCostEstimation.class, plan))));
    }

    /** An error where nothing that is known keeps it; most such figures rest on judgement. */
    static Finding weighed(Finding finding, Promise<?> promise) {
        return promise.isHopeless() ? finding : finding.with(Severity.WARNING);
    }

    private static <Q extends Quantity<Q>> Optional<Promise<Q>> broken(
            Facts facts,
            BiFunction<Plan, Promise.Numbers, Optional<Promise<Q>>> figure,
            Class<? extends Estimation> closed) {
        return margin(facts, figure) > 0
                ? Optional.empty()
                : whole(facts, figure, closed).filter(Promise::isBroken);
    }

    private static <Q extends Quantity<Q>> Optional<Promise<Q>> kept(
            Facts facts,
            BiFunction<Plan, Promise.Numbers, Optional<Promise<Q>>> figure,
            Class<? extends Estimation> closed) {
        return margin(facts, figure) < 0
                ? Optional.empty()
                : whole(facts, figure, closed)
                        .filter(promise -> promise.limit().isPresent() && !promise.isBroken());
    }

    /** Above zero when the first runs keep the limit for sure, below when they break it. */
    private static <Q extends Quantity<Q>> double margin(
            Facts facts, BiFunction<Plan, Promise.Numbers, Optional<Promise<Q>>> figure) {
        Plan plan = facts.plan();
        Optional<Promise<Q>> first =
                facts.get(SketchEstimation.class, plan)
                        .flatMap(
                                s -> figure.apply(plan, Promise.Numbers.of(s.first().estimates())));
        if (first.flatMap(Promise::chance).isEmpty()) {
            return 0;
        }
        double asked = plan.scope().budget().confidence().value().value();
        Ratio share = first.get().chance().orElseThrow();
        double sure = SURE * Math.sqrt(asked * (1 - asked) / FirstRuns.RUNS);
        double over = share.value() - asked;
        return over > sure ? 1 : over < -sure ? -1 : 0;
    }

    private static <Q extends Quantity<Q>> Optional<Promise<Q>> whole(
            Facts facts,
            BiFunction<Plan, Promise.Numbers, Optional<Promise<Q>>> figure,
            Class<? extends Estimation> closed) {
        Plan plan = facts.plan();
        return figure.apply(
                plan,
                Promise.Numbers.of(
                        both(
                                facts.get(SimulationEstimation.class, plan),
                                facts.get(closed, plan))));
    }

    private static List<Estimate<?>> both(
            Optional<? extends Estimation> simulated, Optional<? extends Estimation> closed) {
        List<Estimate<?>> all = new ArrayList<>();
        Stream.of(simulated, closed)
                .flatMap(Optional::stream)
                .map(Estimation::estimates)
                .forEach(all::addAll);
        return all;
    }
}
