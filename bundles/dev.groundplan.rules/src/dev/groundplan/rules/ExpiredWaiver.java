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

/** A waiver whose last day has passed: what it accepted counts again. */
public final class ExpiredWaiver implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.waivers().stream()
                .filter(waiver -> waiver.isExpired(plan.today()))
                .map(waiver -> finding(waiver, plan));
    }

    private Finding finding(Waiver waiver, Plan plan) {
        return finding(
                waiver.range(),
                plan.id(),
                Message.of(
                        name(),
                        "The waiver of {rule} ended on {until}: its findings count again. Mend them"
                                + " and take it away, or decide anew and give another date.",
                        "rule",
                        waiver.rule(),
                        "until",
                        waiver.until().map(Object::toString).orElse("")),
                List.of());
    }
}
