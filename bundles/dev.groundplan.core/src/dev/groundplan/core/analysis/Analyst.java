package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs estimators and rules over plans. The lists are arguments: nothing is looked up. */
public final class Analyst {
    private final List<Estimator<?, ?>> estimators;
    private final List<Estimator<?, ?>> forecasts;
    private final List<Estimator<?, ?>> all;
    private final List<Rule> rules;

    public Analyst(List<Estimator<?, ?>> estimators, List<Rule> rules) {
        this(estimators, List.of(), rules);
    }

    /**
     * @param forecasts estimators that take longer than a keystroke: they compute only what a rule
     *     asks for
     */
    public Analyst(
            List<Estimator<?, ?>> estimators, List<Estimator<?, ?>> forecasts, List<Rule> rules) {
        this.estimators = List.copyOf(estimators);
        this.forecasts = List.copyOf(forecasts);
        this.all = Stream.concat(estimators.stream(), forecasts.stream()).toList();
        this.rules = List.copyOf(rules);
    }

    /** All that can be known about a plan, found out when it is asked for. */
    public Facts facts(Plan plan, Cancellation cancellation) {
        return new Facts(plan, all, cancellation);
    }

    /**
     * A plan alone.
     *
     * @param severities of the root; those of the plan lie over them
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public Analysis analyse(Plan plan, Severities severities, Cancellation cancellation) {
        return look(List.of(facts(plan, cancellation)), severities).whole().getFirst();
    }

    /**
     * A project and its scenarios.
     *
     * @param facts of the project first, then of each scenario, in their order
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public Look look(List<Facts> facts, Severities severities) {
        return new Look(new ArrayList<>(facts), estimators, forecasts, rules, severities);
    }
}
