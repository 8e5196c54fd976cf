package dev.groundplan.editor;

import dev.groundplan.dsl.ide.TextToken;
import dev.groundplan.dsl.ide.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** Findings at a word, and what the server knows about it: meaning, figures, derivations. */
public final class GenaiHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
    /** The hover is asked for on a thread of its own, so it may wait for an analysis. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    @Deprecated
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return getHoverInfo2(viewer, region);
    }

    @Override
    public String getHoverInfo2(ITextViewer viewer, IRegion region) {
        List<String> parts = new ArrayList<>(findings(viewer, region.getOffset()));
        IDocument document = viewer.getDocument();
        DocumentPlaces.uri(document)
                .flatMap(uri -> ask(uri, document, region.getOffset()))
                .ifPresent(parts::add);
        return parts.isEmpty() ? null : String.join("\n\n", parts);
    }

    private static Optional<String> ask(String uri, IDocument document, int offset) {
        HoverParams question =
                new HoverParams(
                        new TextDocumentIdentifier(uri), DocumentPlaces.position(document, offset));
        return Replies.await(LanguageSession.current().server().hover(question), PATIENCE)
                .map(Hover::getContents)
                .filter(contents -> contents.isRight())
                .map(contents -> contents.getRight().getValue());
    }

    private static List<String> findings(ITextViewer viewer, int offset) {
        List<String> messages = new ArrayList<>();
        IAnnotationModel model =
                viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
        if (model != null) {
            for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
                Annotation annotation = all.next();
                Position position = model.getPosition(annotation);
                if (annotation instanceof FindingAnnotation finding
                        && position != null
                        && position.includes(offset)) {
                    messages.add("**" + finding.rule() + "**: " + finding.getText());
                }
            }
        }
        return messages;
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return Tokens.of(viewer.getDocument().get()).stream()
                .filter(token -> token.contains(offset))
                .findFirst()
                .map((TextToken token) -> new Region(token.offset(), token.length()))
                .orElseGet(() -> new Region(offset, 0));
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        // with scroll bars: a number with all its inputs is often longer than a pop-up may be
        return parent ->
                new DefaultInformationControl(parent, (ToolBarManager) null, new MarkdownText());
    }
}
