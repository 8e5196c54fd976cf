package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan with its numbers and findings.
 *
 * @param findings by place, then rule; waived ones are apart
 * @param waived findings that the architect accepted with a reason
 * @param estimates by key
 */
public record Analysis(
        Plan plan, List<Finding> findings, List<Finding> waived, List<Estimate<?>> estimates) {
    public Analysis {
        findings = List.copyOf(findings);
        waived = List.copyOf(waived);
        estimates = List.copyOf(estimates);
    }

    /** The same with more numbers; of those with a key that it has, they take the place. */
    public Analysis with(List<Estimate<?>> more) {
        SortedMap<ResultKey, Estimate<?>> all = new TreeMap<>();
        estimates.forEach(estimate -> all.put(estimate.key(), estimate));
        more.forEach(estimate -> all.put(estimate.key(), estimate));
        return new Analysis(plan, findings, waived, List.copyOf(all.values()));
    }

    public Optional<Estimate<?>> estimate(ResultKey key) {
        return estimates.stream()
                .filter(estimate -> estimate.key().equals(key))
                .<Estimate<?>>map(estimate -> estimate)
                .findFirst();
    }

    /** All numbers by their keys, for who asks for many. */
    public Map<ResultKey, Estimate<?>> byKey() {
        Map<ResultKey, Estimate<?>> byKey = new HashMap<>();
        estimates.forEach(estimate -> byKey.putIfAbsent(estimate.key(), estimate));
        return byKey;
    }

    /** The number under this key in the dimension asked for. */
    public <Q extends Quantity<Q>> Optional<Uncertain<Q>> value(
            Dimension<Q> dimension, String... key) {
        return estimate(ResultKey.of(key)).flatMap(e -> dimension.cast(e.value()));
    }

    /**
     * What is wrong in this scenario and not in the project without it; each names the scenario.
     */
    public List<Finding> onlyHere(Analysis project) {
        List<Finding> known = new ArrayList<>(project.findings);
        known.addAll(project.waived);
        String scenario = plan.scenario().orElse(plan.name());
        return findings.stream()
                .filter(finding -> known.stream().noneMatch(finding::saysTheSameAs))
                .map(finding -> finding.in(scenario))
                .toList();
    }

    /** Inputs that nobody stated, each once, in the order of the numbers that rest on them. */
    public List<Input> assumptions() {
        Map<String, Input> byMeaning = new LinkedHashMap<>();
        estimates.stream()
                .flatMap(estimate -> estimate.derivation().allInputs())
                .filter(
                        input ->
                                input.origin() instanceof Origin.Assumed
                                        || input.origin() instanceof Origin.FromCatalogue)
                .forEach(input -> byMeaning.putIfAbsent(input.meaning() + input.value(), input));
        return List.copyOf(byMeaning.values());
    }
}
