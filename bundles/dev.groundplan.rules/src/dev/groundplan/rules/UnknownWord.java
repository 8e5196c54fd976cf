package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.analysis.Similar;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** A word outside the vocabulary of its property. */
public final class UnknownWord implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.UnknownWord.class).map(this::finding);
    }

    private Finding finding(Misreading.UnknownWord word) {
        List<String> similar = Similar.to(word.written(), word.allowed());
        return finding(
                word.range(),
                word.owner(),
                Message.of(
                        name(),
                        "`{property}` does not know `{written}`; it knows {allowed}.{similar}",
                        "property",
                        word.property(),
                        "written",
                        word.written(),
                        "allowed",
                        Wording.anyOf(word.allowed()),
                        "similar",
                        Wording.didYouMean(similar)),
                Misreadings.replacingSafely(word.owner(), word.range(), similar));
    }
}
