package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** An import that is not followed, above all one that leaves the project's root folder. */
public final class ImportOutsideRoot implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.RefusedImport.class)
                .map(
                        refused ->
                                finding(
                                        refused.range(),
                                        facts.plan().id(),
                                        Message.of(
                                                name(),
                                                "`{path}` is not imported: {reason}.",
                                                "path",
                                                refused.path(),
                                                "reason",
                                                refused.reason()),
                                        List.of()));
    }
}
