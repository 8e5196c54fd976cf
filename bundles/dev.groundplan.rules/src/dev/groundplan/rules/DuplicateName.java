package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** A name or property that stands twice where one can hold. */
public final class DuplicateName implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.Duplicate.class)
                .map(
                        twice ->
                                finding(
                                        twice.range(),
                                        twice.owner(),
                                        Message.of(
                                                name(),
                                                "`{what}` stands there a second time; the first is"
                                                        + " in line {line}. Keep one, or give one"
                                                        + " another name.",
                                                "what",
                                                twice.what(),
                                                "line",
                                                Integer.toString(twice.first().line())),
                                        List.of()));
    }
}
