package dev.groundplan.server;

import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.engine.AnalysedFile;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** Findings in the protocol's terms: the rule's name is the code. */
final class Diagnostics {
    static final String SOURCE = "groundplan";

    private Diagnostics() {}

    static List<Diagnostic> of(OpenDocument document, AnalysedFile file) {
        return file.findings().stream()
                .filter(finding -> isIn(file, finding))
                .map(finding -> of(document, finding))
                .toList();
    }

    /** What an imported file has is shown where that file is open, not here at a false place. */
    static boolean isIn(AnalysedFile file, Finding finding) {
        return !finding.range().isKnown() || finding.range().file().equals(file.name());
    }

    static Diagnostic of(OpenDocument document, Finding finding) {
        return new Diagnostic(
                document.lines().range(finding.range()),
                finding.message().toString(),
                severity(finding.severity()),
                SOURCE,
                finding.rule());
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFORMATION -> DiagnosticSeverity.Information;
        };
    }
}
