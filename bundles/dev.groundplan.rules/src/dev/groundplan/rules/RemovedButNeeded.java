package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.SubjectId;
import java.util.List;
import java.util.stream.Stream;

/** A scenario takes away what something that stays in it cannot do without. */
public final class RemovedButNeeded implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.StillNeeded.class).map(this::finding);
    }

    private Finding finding(Misreading.StillNeeded needed) {
        return finding(
                needed.range(),
                needed.owner(),
                Message.of(
                        name(),
                        "`{what}` is taken away, but `{property}` of {owner} in line {line} needs"
                                + " it. Name another there, or take that away too.",
                        "what",
                        needed.what(),
                        "property",
                        needed.property(),
                        "owner",
                        path(needed.owner()),
                        "line",
                        Integer.toString(needed.place().line())),
                List.of());
    }

    /** Inside the project, whose name every reader knows. */
    private static String path(SubjectId owner) {
        return String.join("/", owner.segments().subList(1, owner.segments().size()));
    }
}
