package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import java.util.stream.Stream;

/** Whether a project as it would be still serves what it promises. */
final class Serves {
    private Serves() {}

    static boolean well(Facts whatIf) {
        return Stream.<Rule>of(
                        new ModelDoesNotFit(),
                        new KvCacheOverflow(),
                        new PrecisionUnsupported(),
                        new FirstTokenTooSlow(),
                        new PerTokenTooSlow(),
                        new CapacityBelowPeak(),
                        new ContextTooShort(),
                        new ResidencyViolated(),
                        new LicenceForbidsUse())
                .flatMap(rule -> rule.check(whatIf))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
