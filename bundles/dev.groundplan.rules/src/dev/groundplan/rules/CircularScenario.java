package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** A scenario that extends itself, over others or at once. */
public final class CircularScenario implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.CircularExtension.class).map(this::finding);
    }

    private Finding finding(Misreading.CircularExtension circular) {
        List<String> circle = circular.circle();
        return finding(
                circular.range(),
                circular.owner(),
                Message.of(
                        name(),
                        "`{scenario}` extends itself: {circle}. One of them must start from the"
                                + " project, without `extends`.",
                        "scenario",
                        circle.getFirst(),
                        "circle",
                        String.join(" → ", circle) + " → " + circle.getFirst()),
                List.of());
    }
}
