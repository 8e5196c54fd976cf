package dev.groundplan.editor;

import java.time.Duration;
import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;

/** Proposals of the server: what may stand at the caret. */
public final class GenaiCompletion implements IContentAssistProcessor {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        return DocumentPlaces.uri(document).stream()
                .flatMap(uri -> items(uri, document, offset).stream())
                .map(item -> proposal(document, item))
                .toArray(ICompletionProposal[]::new);
    }

    private static List<CompletionItem> items(String uri, IDocument document, int offset) {
        CompletionParams question =
                new CompletionParams(
                        new TextDocumentIdentifier(uri), DocumentPlaces.position(document, offset));
        return Replies.await(LanguageSession.current().server().completion(question), PATIENCE)
                .map(reply -> reply.isLeft() ? reply.getLeft() : reply.getRight().getItems())
                .orElse(List.of());
    }

    private static ICompletionProposal proposal(IDocument document, CompletionItem item) {
        TextEdit edit = item.getTextEdit().getLeft();
        IRegion region = DocumentPlaces.region(document, edit.getRange());
        String shown =
                item.getDetail() == null || item.getDetail().isBlank()
                        ? item.getLabel()
                        : item.getLabel() + "  –  " + item.getDetail();
        return new CompletionProposal(
                edit.getNewText(),
                region.getOffset(),
                region.getLength(),
                edit.getNewText().length(),
                null,
                shown,
                null,
                item.getDetail());
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
