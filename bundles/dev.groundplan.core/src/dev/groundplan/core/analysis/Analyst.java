package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs estimators and rules over a plan. The lists are arguments: nothing is looked up. */
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
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public Analysis analyse(Plan plan, Cancellation cancellation) {
        Facts facts = new Facts(plan, estimators, cancellation);
        SortedMap<ResultKey, Estimate<?>> estimates = new TreeMap<>();
        for (Subject subject : Subjects.of(plan)) {
            for (Estimator<?, ?> estimator : estimators) {
                if (estimator.subject().isInstance(subject)) {
                    facts.get(estimator.estimation(), subject)
                            .ifPresent(e -> e.estimates().forEach(n -> estimates.put(n.key(), n)));
                }
            }
        }
        Map<Boolean, List<Finding>> waivedOrNot =
                rules.stream()
                        .peek(rule -> cancellation.check())
                        .flatMap(rule -> rule.check(facts))
                        .sorted(BY_PLACE)
                        .collect(Collectors.partitioningBy(finding -> isWaived(plan, finding)));
        return new Analysis(
                plan,
                waivedOrNot.get(false),
                waivedOrNot.get(true),
                List.copyOf(estimates.values()));
    }

    private static boolean isWaived(Plan plan, Finding finding) {
        return plan.waivers().stream()
                .anyMatch(w -> w.covers(finding.rule(), finding.range().line(), plan.today()));
    }
}
