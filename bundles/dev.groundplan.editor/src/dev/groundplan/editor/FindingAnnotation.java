package dev.groundplan.editor;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** A finding as a mark in the editor, drawn as the platform draws errors, warnings and notes. */
public final class FindingAnnotation extends Annotation {
    private final String rule;

    FindingAnnotation(Diagnostic diagnostic) {
        super(type(diagnostic.getSeverity()), false, message(diagnostic));
        rule =
                diagnostic.getCode() != null && diagnostic.getCode().isLeft()
                        ? diagnostic.getCode().getLeft()
                        : "";
    }

    /** The rule that found it, by name. */
    public String rule() {
        return rule;
    }

    private static String type(DiagnosticSeverity severity) {
        return "org.eclipse.ui.workbench.texteditor."
                + switch (severity) {
                    case Error -> "error";
                    case Warning -> "warning";
                    case Information, Hint -> "info";
                };
    }

    static String message(Diagnostic diagnostic) {
        return diagnostic.getMessage().isLeft()
                ? diagnostic.getMessage().getLeft()
                : diagnostic.getMessage().getRight().getValue();
    }
}
