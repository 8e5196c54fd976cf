package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Waiver;
import java.util.List;
import java.util.stream.Stream;

/** A waiver that accepts nothing: no finding of its rule is where it holds. */
public final class UnusedWaiver implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Stream.empty();
    }

    @Override
    public Stream<Finding> afterwards(Facts facts, List<Finding> found) {
        Plan plan = facts.plan();
        return plan.waivers().stream()
                .filter(waiver -> !waiver.isExpired(plan.today()))
                // an unknown rule or block is a finding of its own, and this one speaks last
                .filter(waiver -> UnknownRule.isKnown(waiver.rule(), plan))
                .filter(waiver -> !waiver.reach().equals(new Waiver.Within(List.of())))
                .filter(waiver -> !waiver.rule().equals(name()))
                .filter(waiver -> found.stream().noneMatch(finding -> accepts(waiver, finding)))
                .map(waiver -> finding(waiver, plan));
    }

    private static boolean accepts(Waiver waiver, Finding finding) {
        return waiver.covers(finding.rule(), finding.subject(), finding.range());
    }

    private Finding finding(Waiver waiver, Plan plan) {
        return finding(
                waiver.range(),
                plan.id(),
                Message.of(
                        name(),
                        "There is no finding of {rule} that this waiver could accept. Take it away,"
                                + " lest it hide one that comes later.",
                        "rule",
                        waiver.rule()),
                List.of());
    }
}
