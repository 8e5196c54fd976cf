package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A look at a project and its scenarios: at once what needs no simulation, then the whole. Of one
 * analysis, on one thread.
 */
public final class Look {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing((Finding f) -> f.range().file())
                    .thenComparingInt(f -> f.range().offset())
                    .thenComparing(Finding::rule)
                    .thenComparing(f -> f.message().toString());

    private final List<Found> all = new ArrayList<>();
    private final List<Estimator<?, ?>> forecasts;
    private final List<Rule> rules;
    private final Severities severities;

    /**
     * @param forecasts what is computed only when a rule asks for it
     */
    Look(
            List<Facts> facts,
            List<Estimator<?, ?>> estimators,
            List<Estimator<?, ?>> forecasts,
            List<Rule> rules,
            Severities severities) {
        this.forecasts = forecasts;
        this.rules = rules;
        this.severities = severities;
        facts.forEach(one -> all.add(new Found(one, estimators)));
        all.forEach(found -> found.check(rules.stream().filter(r -> !r.needsForecast()).toList()));
    }

    /** What is known without a simulation: that of the project first, then one a scenario. */
    public List<Analysis> first() {
        return all.stream().map(found -> found.analysis(severities)).toList();
    }

    /**
     * What is found in the end, in the same order, with the numbers of the simulated runs where a
     * rule asked for them. To be asked for once.
     *
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public List<Analysis> whole() {
        for (Found found : all) {
            found.check(rules.stream().filter(Rule::needsForecast).toList());
            found.estimate(forecasts, found.facts::known);
        }
        List<Finding> findings = all.stream().flatMap(found -> found.findings.stream()).toList();
        Found project = all.getFirst();
        // what is only known at the end concerns the file and not one scenario of it
        rules.stream()
                .flatMap(rule -> rule.afterwards(project.facts, findings))
                .forEach(project.findings::add);
        return first();
    }

    /** What one plan gives before it is known what matters. */
    private static final class Found {
        private final Facts facts;
        // by the text of the key, made once: the order compares it again and again
        private final SortedMap<String, Estimate<?>> estimates = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();

        Found(Facts facts, List<Estimator<?, ?>> estimators) {
            this.facts = facts;
            estimate(estimators, facts::get);
        }

        private interface Asking {
            <E extends Estimation> Optional<E> ask(Class<E> estimation, Subject subject);
        }

        void estimate(List<Estimator<?, ?>> estimators, Asking asking) {
            for (Subject subject : Subjects.of(facts.plan())) {
                for (Estimator<?, ?> estimator : estimators) {
                    if (estimator.subject().isInstance(subject)) {
                        asking.ask(estimator.estimation(), subject)
                                .ifPresent(e -> e.estimates().forEach(this::add));
                    }
                }
            }
        }

        private void add(Estimate<?> estimate) {
            estimates.put(estimate.key().toString(), estimate);
        }

        void check(List<Rule> some) {
            Plan plan = facts.plan();
            Function<Finding, Finding> fitted =
                    plan.scenario()
                            .<Function<Finding, Finding>>map(
                                    name -> f -> ScenarioFixes.fit(f, name))
                            .orElse(Function.identity());
            for (Rule rule : some) {
                facts.cancellation().check();
                rule.check(facts).map(fitted).forEach(findings::add);
            }
        }

        Analysis analysis(Severities severities) {
            Plan plan = facts.plan();
            Severities here = severities.with(plan.severities());
            Map<Boolean, List<Finding>> waivedOrNot =
                    findings.stream()
                            .flatMap(finding -> here.of(finding).stream())
                            .sorted(BY_PLACE)
                            .collect(Collectors.partitioningBy(finding -> isWaived(plan, finding)));
            return new Analysis(
                    plan,
                    waivedOrNot.get(false),
                    waivedOrNot.get(true),
                    List.copyOf(estimates.values()));
        }
    }

    private static boolean isWaived(Plan plan, Finding finding) {
        return plan.waivers().stream()
                .filter(waiver -> !waiver.isExpired(plan.today()))
                .anyMatch(w -> w.covers(finding.rule(), finding.subject(), finding.range()));
    }
}
