package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Policy;
import java.util.stream.Stream;

/**
 * What a policy in sight forbids, or demands and the project has not. Its findings carry the name
 * of the policy, so that they are waived and weighed by it.
 */
public final class PolicyBroken implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** What building and running may cost is held against the simulated runs. */
    @Override
    public boolean needsForecast() {
        return true;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        if (!plan.range().isKnown()) {
            // what stands outside the projects has nothing to keep to
            return Stream.empty();
        }
        return plan.catalogue().policies().values().stream()
                .flatMap(policy -> policy.clauses().stream().flatMap(c -> of(policy, c, facts)));
    }

    private static Stream<Finding> of(Policy policy, Policy.Clause clause, Facts facts) {
        Stream<Breach> breaches =
                switch (clause) {
                    case Policy.Forbid forbid ->
                            new PolicyForbids(policy, forbid, facts.plan()).breaches();
                    case Policy.Require require ->
                            new PolicyRequires(policy, require, facts.plan()).breaches();
                    case Policy.Cap cap -> new PolicyCaps(policy, cap, facts).breaches();
                };
        return breaches.map(
                breach ->
                        new Finding(
                                policy.name(),
                                breach.severity(),
                                breach.range(),
                                breach.subject(),
                                breach.message(),
                                breach.fixes()));
    }

    /** {@code Policy acme (acme.genai:3)}: who demands it, and where. */
    static String named(Policy policy, Policy.Clause clause) {
        return "policy " + policy.name() + " (" + clause.range() + ")";
    }
}
