package dev.groundplan.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files with the fixes made that may be made without asking. */
final class Mending {
    /** Lines around a change, as in most tools. */
    private static final int CONTEXT = 3;

    private final Repairs repairs;
    private final Console console;
    private boolean printed;

    Mending(Repairs repairs, Console console) {
        this.repairs = repairs;
        this.console = console;
    }

    /** Whether standard output holds a mended text, so that nothing else may stand there. */
    boolean printed() {
        return printed;
    }

    /** Writes the file where it changes; the text of standard input is printed. */
    AnalysedFile written(AnalysedFile file) throws Complaint {
        Repairs.Repaired repaired = repairs.of(file);
        for (Repairs.Done done : repaired.done()) {
            console.err()
                    .line(
                            "groundplan: "
                                    + Terminal.safe(file.name())
                                    + ":"
                                    + done.finding().range().line()
                                    + ": "
                                    + done.finding().rule()
                                    + ": "
                                    + Terminal.safe(done.fix().title()));
        }
        if (Sources.isStandardInput(file.name())) {
            printed = true;
            console.out().text(repaired.file().text());
        } else if (!repaired.file().text().equals(file.text())) {
            OutputFile.at(file.name())
                    .write(repaired.file().text().getBytes(StandardCharsets.UTF_8));
        }
        return repaired.file();
    }

    /** Prints the difference as a patch. */
    AnalysedFile shown(AnalysedFile file) {
        AnalysedFile after = repairs.of(file).file();
        List<String> before = lines(file.text());
        List<String> patch =
                UnifiedDiffUtils.generateUnifiedDiff(
                        file.name(),
                        file.name(),
                        before,
                        DiffUtils.diff(before, lines(after.text())),
                        CONTEXT);
        for (String line : patch) {
            console.out().line(Terminal.safe(line));
        }
        return after;
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
