package dev.groundplan.editor;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The fixes of the findings on the caret's line. */
public final class GenaiQuickAssist implements IQuickAssistProcessor {
    /**
     * Asked for on the SWT thread. What each fix brings is found out by analysing the changed text:
     * a moment for each where the engine has just started, and worth waiting for.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof FindingAnnotation && !annotation.isMarkedDeleted();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return true;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(
            IQuickAssistInvocationContext context) {
        IDocument document = context.getSourceViewer().getDocument();
        Position at = DocumentPlaces.position(document, context.getOffset());
        return DocumentPlaces.uri(document).stream()
                .flatMap(uri -> actions(uri, at).flatMap(a -> proposal(uri, document, a)))
                .toArray(ICompletionProposal[]::new);
    }

    private static Stream<CodeAction> actions(String uri, Position at) {
        CodeActionParams question =
                new CodeActionParams(
                        new TextDocumentIdentifier(uri),
                        new Range(at, at),
                        new CodeActionContext(List.of()));
        return Replies.await(LanguageSession.current().server().codeAction(question), PATIENCE)
                .orElse(List.of())
                .stream()
                .filter(Either<Command, CodeAction>::isRight)
                .map(Either::getRight);
    }

    private static Stream<FixProposal> proposal(String uri, IDocument document, CodeAction action) {
        return Stream.ofNullable(action.getEdit().getChanges().get(uri))
                .map(edits -> new FixProposal(document, action.getTitle(), edits));
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
