package dev.groundplan.server;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.FixEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;

/** The fixes of the findings at a place; what a fix brings stands in its title. */
final class CodeActions {
    private final TextAnalysis analysis;
    private final Predicate<OpenDocument> isNewest;

    /** The file asked about last and what is known of its fixes; of the analysis thread alone. */
    private AnalysedFile last;

    private FixEffects effects;

    /**
     * @param isNewest whether somebody may still wait for an answer about that version
     */
    CodeActions(TextAnalysis analysis, Predicate<OpenDocument> isNewest) {
        this.analysis = analysis;
        this.isNewest = isNewest;
    }

    /** Must run where the engine may be used. */
    List<CodeAction> at(OpenDocument document, AnalysedFile file, Range range) {
        if (last != file) {
            last = file;
            effects = analysis.effects(file, () -> !isNewest.test(document));
        }
        int from = document.lines().offset(range.getStart());
        int to = document.lines().offset(range.getEnd());
        List<CodeAction> actions = new ArrayList<>();
        for (Finding finding : file.findings()) {
            if (Diagnostics.isIn(file, finding) && touches(document, finding, from, to)) {
                for (Fix fix : finding.fixes()) {
                    action(document, file, finding, fix, actions);
                }
            }
        }
        return actions;
    }

    /** By line: a caret anywhere on the line is enough, as people expect of a quick fix. */
    private static boolean touches(OpenDocument document, Finding finding, int from, int to) {
        Range range = document.lines().range(finding.range());
        int first = document.lines().line(from);
        int last = document.lines().line(to);
        return range.getStart().getLine() <= last && range.getEnd().getLine() >= first;
    }

    private void action(
            OpenDocument document,
            AnalysedFile file,
            Finding finding,
            Fix fix,
            List<CodeAction> actions) {
        List<TextEdit> edits = analysis.edits(file, fix);
        if (edits.isEmpty()) {
            return;
        }
        CodeAction action = new CodeAction(title(known(finding, fix)));
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(Diagnostics.of(document, finding)));
        action.setIsPreferred(actions.isEmpty());
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), document.edits(edits))));
        actions.add(action);
    }

    private Fix known(Finding finding, Fix fix) {
        try {
            return effects.of(finding, fix);
        } catch (Cancellation.Cancelled e) {
            return fix;
        }
    }

    static String title(Fix fix) {
        return fix.effect().isEmpty()
                ? fix.title()
                : fix.effect().entrySet().stream()
                        .map(effect -> effect.getKey() + " " + effect.getValue())
                        .collect(Collectors.joining(", ", fix.title() + " (", ")"));
    }
}
