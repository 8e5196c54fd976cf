package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.stream.Stream;

/** A name that nothing in the file, its imports or the catalogue declares. */
public final class UnresolvedName implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.UnresolvedName.class).map(this::finding);
    }

    private Finding finding(Misreading.UnresolvedName unresolved) {
        return finding(
                unresolved.range(),
                unresolved.owner(),
                Message.of(
                        name(),
                        "No {kind} is named `{written}`.{similar}",
                        "kind",
                        unresolved.kind(),
                        "written",
                        unresolved.written(),
                        "similar",
                        Wording.didYouMean(unresolved.similar())),
                Misreadings.replacing(
                        unresolved.owner(), unresolved.range(), unresolved.similar()));
    }
}
