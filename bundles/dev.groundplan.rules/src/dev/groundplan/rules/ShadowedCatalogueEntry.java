package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** A declaration of the file that holds in place of one of the same name further out. */
public final class ShadowedCatalogueEntry implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.Shadowing.class)
                .map(
                        shadowing ->
                                finding(
                                        shadowing.range(),
                                        shadowing.owner(),
                                        Message.of(
                                                name(),
                                                "{name} holds here in place of the {kind} of that"
                                                        + " name in {place}, with all its"
                                                        + " properties; what this one does not say"
                                                        + " is not taken from there.",
                                                "name",
                                                shadowing.name(),
                                                "kind",
                                                shadowing.kind(),
                                                "place",
                                                shadowing.place()),
                                        List.of()));
    }
}
