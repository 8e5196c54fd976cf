package dev.groundplan.rules;

import dev.groundplan.core.analysis.Rule;
import java.util.List;

/** Every rule, by name. A rule that is not listed does not run; a test sees to it. */
public final class Rules {
    private static final List<Rule> ALL =
            List.of(
                    new CircularScenario(),
                    new DuplicateName(),
                    new ExpiredWaiver(),
                    new ImportOutsideRoot(),
                    new ImpossibleValue(),
                    new LicenceForbidsUse(),
                    new MemoryOverflow(),
                    new MixedCurrency(),
                    new ModelDoesNotFit(),
                    new NoEvaluation(),
                    new NotInTheNumbers(),
                    new RangeOutOfOrder(),
                    new RemovedButNeeded(),
                    new ShadowedCatalogueEntry(),
                    new StalePrice(),
                    new SyntaxError(),
                    new UnknownRule(),
                    new UnknownWord(),
                    new UnresolvedName(),
                    new UnusedWaiver(),
                    new WrongUnit());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
