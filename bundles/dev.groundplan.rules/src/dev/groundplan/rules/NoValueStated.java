package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Money;
import java.util.List;
import java.util.stream.Stream;

/** Money is asked for, and nothing says what it would bring. */
public final class NoValueStated implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return !Brief.asksForMoney(plan) || plan.scope().value().isPresent()
                ? Stream.empty()
                : Stream.of(finding(plan.scope().budget().build().orElseThrow(), plan));
    }

    private Finding finding(Stated<Money> build, Plan plan) {
        return finding(
                build.range(),
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "{build} are asked for, and nothing says what the application brings:"
                                + " whether and when it pays back cannot be computed. Say what one"
                                + " handled case saves, how many there are, and which share it"
                                + " handles, in `value`.",
                        "build",
                        build.value().toString()),
                List.of());
    }
}
