package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.stream.Stream;

/** A quantity whose unit belongs to another dimension than its property. */
public final class WrongUnit implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.WrongDimension.class).map(this::finding);
    }

    private Finding finding(Misreading.WrongDimension wrong) {
        return finding(
                wrong.range(),
                wrong.owner(),
                Message.of(
                        name(),
                        "`{property}`: expected {expected} such as `{example}`, found `{written}`.",
                        "property",
                        wrong.property(),
                        "expected",
                        wrong.expected(),
                        "example",
                        wrong.example(),
                        "written",
                        wrong.written()),
                Misreadings.replacing(
                        wrong.owner(), wrong.range(), wrong.corrected().stream().toList()));
    }
}
