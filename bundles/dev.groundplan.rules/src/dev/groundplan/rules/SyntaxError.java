package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.stream.Stream;

/** Text that is no sentence of the language. */
public final class SyntaxError implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.Syntax.class)
                .map(
                        syntax ->
                                finding(
                                        syntax.range(),
                                        facts.plan().id(),
                                        Message.of(name(), "{what}", "what", syntax.message()),
                                        Misreadings.replacing(
                                                facts.plan().id(),
                                                syntax.range(),
                                                syntax.suggestions())));
    }
}
