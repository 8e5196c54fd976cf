package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import java.util.List;
import java.util.Optional;

/**
 * What a licence permits, as far as a machine can check it. Never legal advice.
 *
 * @param usersBelow monthly users from which a separate licence is needed
 * @param outputsMayTrain whether outputs may train other models; empty when nobody read it
 * @param excludes uses that the licence forbids
 * @param naming words that a product must show
 */
public record LicenceTerms(
        String name,
        Optional<String> label,
        Commercial commercial,
        Optional<Count> usersBelow,
        Optional<Boolean> outputsMayTrain,
        List<String> excludes,
        Optional<String> naming,
        Source source,
        SourceRange range) {}
