package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** A value of the right dimension that nothing in the world can have. */
public final class ImpossibleValue implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.ImpossibleValue.class)
                .map(
                        value ->
                                finding(
                                        value.range(),
                                        value.owner(),
                                        Message.of(
                                                name(),
                                                "`{property}` cannot be `{written}`: {reason}.",
                                                "property",
                                                value.property(),
                                                "written",
                                                value.written(),
                                                "reason",
                                                value.reason()),
                                        List.of()));
    }
}
