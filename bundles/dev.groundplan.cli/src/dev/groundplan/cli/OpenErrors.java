package dev.groundplan.cli;

import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.engine.AnalysedFile;
import java.util.Optional;

/** Numbers and plans are made of broken files, too; whoever reads them should know. */
final class OpenErrors {
    private OpenErrors() {}

    /**
     * @param scenario what is shown; errors that only another one has do not touch it
     */
    static void mention(
            String argument, AnalysedFile file, Optional<String> scenario, Console console) {
        int errors = 0;
        for (Finding finding : file.findings()) {
            boolean touches = finding.scenario().isEmpty() || finding.scenario().equals(scenario);
            errors += touches && finding.severity() == Severity.ERROR ? 1 : 0;
        }
        if (errors > 0) {
            String count = errors == 1 ? "1 error is open" : errors + " errors are open";
            console.err()
                    .line(
                            "groundplan: "
                                    + Terminal.safe(file.name())
                                    + ": "
                                    + count
                                    + ", the figures may not hold; see: groundplan check "
                                    + Terminal.safe(argument));
        }
    }
}
