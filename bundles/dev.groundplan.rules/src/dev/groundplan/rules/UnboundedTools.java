package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.stream.Stream;

/** Tools that a model may call as often, or as widely, as it likes. */
public final class UnboundedTools implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().augmentation().steps(ToolUse.class).stream()
                .flatMap(tools -> Stream.concat(anything(tools), endless(tools, facts)));
    }

    /** Which calls may be made only the architect knows. */
    private Stream<Finding> anything(ToolUse tools) {
        return tools.allow().isEmpty()
                ? Stream.of(
                        finding(
                                tools.range(),
                                tools.id(),
                                Message.of(
                                        name() + ".calls",
                                        "{tools} may call everything that its credentials reach."
                                                + " Name the calls that it needs, such as `allow"
                                                + " crm.read`.",
                                        "tools",
                                        tools.name()),
                                List.of()))
                : Stream.empty();
    }

    private Stream<Finding> endless(ToolUse tools, Facts facts) {
        if (tools.steps().isPresent()) {
            return Stream.empty();
        }
        Uncertain<Count> usual = facts.prior("augmentation.tool-steps", Dimension.COUNT);
        String steps = usual.low() + ".." + usual.likely() + ".." + usual.high();
        return Stream.of(
                finding(
                        tools.range(),
                        tools.id(),
                        Message.of(
                                name() + ".steps",
                                "{tools} has no limit of steps: a loop that finds no end pays for"
                                        + " its whole history again with each step. Usual are {steps}"
                                        + " steps a request.",
                                "tools",
                                tools.name(),
                                "steps",
                                steps),
                        List.of(
                                Fix.of(
                                        "Expect " + steps + " steps",
                                        new Change.Set(tools.id(), "steps", steps)))));
    }
}
