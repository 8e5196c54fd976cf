package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** A range that does not rise from low over likely to high. */
public final class RangeOutOfOrder implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.RangeOutOfOrder.class).map(this::finding);
    }

    private Finding finding(Misreading.RangeOutOfOrder range) {
        return finding(
                range.range(),
                range.owner(),
                Message.of(
                        name(),
                        "`{property}`: the range `{written}` does not rise from low to high; in"
                                + " order it reads `{ordered}`.",
                        "property",
                        range.property(),
                        "written",
                        range.written(),
                        "ordered",
                        range.ordered()),
                Misreadings.replacingSafely(
                        range.owner(), range.range(), List.of(range.ordered())));
    }
}
