package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs estimators and rules over plans. The lists are arguments: nothing is looked up. */
public final class Analyst {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing((Finding f) -> f.range().file())
                    .thenComparingInt(f -> f.range().offset())
                    .thenComparing(Finding::rule)
                    .thenComparing(f -> f.message().toString());

    private final List<Estimator<?, ?>> estimators;
    private final List<Rule> rules;

    public Analyst(List<Estimator<?, ?>> estimators, List<Rule> rules) {
        this.estimators = List.copyOf(estimators);
        this.rules = List.copyOf(rules);
    }

    /**
     * A plan alone.
     *
     * @param severities of the root; those of the plan lie over them
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public Analysis analyse(Plan plan, Severities severities, Cancellation cancellation) {
        return analyse(plan, List.of(), severities, cancellation).getFirst();
    }

    /**
     * A project and its scenarios.
     *
     * @return that of the project first, then one a scenario, in their order
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public List<Analysis> analyse(
            Plan plan, List<Plan> scenarios, Severities severities, Cancellation cancellation) {
        List<Found> all = new ArrayList<>();
        all.add(found(plan, cancellation));
        scenarios.forEach(scenario -> all.add(found(scenario, cancellation)));
        List<Finding> findings = all.stream().flatMap(found -> found.findings.stream()).toList();
        Found project = all.getFirst();
        // what is only known at the end concerns the file and not one scenario of it
        rules.stream()
                .flatMap(rule -> rule.afterwards(project.facts, findings))
                .forEach(project.findings::add);
        return all.stream().map(found -> found.analysis(severities)).toList();
    }

    private Found found(Plan plan, Cancellation cancellation) {
        Facts facts = new Facts(plan, estimators, cancellation);
        // by the text of the key, made once: the order compares it again and again
        SortedMap<String, Estimate<?>> estimates = new TreeMap<>();
        for (Subject subject : Subjects.of(plan)) {
            for (Estimator<?, ?> estimator : estimators) {
                if (estimator.subject().isInstance(subject)) {
                    facts.get(estimator.estimation(), subject)
                            .ifPresent(
                                    e ->
                                            e.estimates()
                                                    .forEach(
                                                            n ->
                                                                    estimates.put(
                                                                            n.key().toString(),
                                                                            n)));
                }
            }
        }
        Function<Finding, Finding> fitted =
                plan.scenario()
                        .<Function<Finding, Finding>>map(name -> f -> ScenarioFixes.fit(f, name))
                        .orElse(Function.identity());
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            cancellation.check();
            rule.check(facts).map(fitted).forEach(findings::add);
        }
        return new Found(facts, List.copyOf(estimates.values()), findings);
    }

    /** What one plan gives before it is known what matters. */
    private record Found(Facts facts, List<Estimate<?>> estimates, List<Finding> findings) {
        Analysis analysis(Severities severities) {
            Plan plan = facts.plan();
            Severities here = severities.with(plan.severities());
            Map<Boolean, List<Finding>> waivedOrNot =
                    findings.stream()
                            .flatMap(finding -> here.of(finding).stream())
                            .sorted(BY_PLACE)
                            .collect(Collectors.partitioningBy(finding -> isWaived(plan, finding)));
            return new Analysis(plan, waivedOrNot.get(false), waivedOrNot.get(true), estimates);
        }
    }

    private static boolean isWaived(Plan plan, Finding finding) {
        return plan.waivers().stream()
                .filter(waiver -> !waiver.isExpired(plan.today()))
                .anyMatch(w -> w.covers(finding.rule(), finding.subject(), finding.range()));
    }
}
