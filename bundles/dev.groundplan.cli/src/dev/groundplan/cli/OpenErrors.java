package dev.groundplan.cli;

import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.engine.AnalysedFile;

/** Numbers and plans are made of broken files, too; whoever reads them should know. */
final class OpenErrors {
    private OpenErrors() {}

    static void mention(String argument, AnalysedFile file, Console console) {
        int errors = 0;
        for (Finding finding : file.findings()) {
            errors += finding.severity() == Severity.ERROR ? 1 : 0;
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
