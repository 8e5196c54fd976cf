package dev.groundplan.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An open document: its changes go to the server, the server's findings become its marks. */
final class TrackedDocument implements IDocumentListener {
    private static final String LANGUAGE = "genai";

    private final String uri;
    private final IDocument document;
    private final IAnnotationModel annotations;
    private final TextDocumentService server;
    private Map<FindingAnnotation, Position> shown = Map.of();
    private Optional<IFile> marked = Optional.empty();
    private int version = 1;
    private int viewers;

    TrackedDocument(
            String uri,
            IDocument document,
            IAnnotationModel annotations,
            TextDocumentService server) {
        this.uri = uri;
        this.document = document;
        this.annotations = annotations;
        this.server = server;
    }

    String uri() {
        return uri;
    }

    void acquire() {
        if (viewers++ == 0) {
            document.addDocumentListener(this);
            server.didOpen(
                    new DidOpenTextDocumentParams(
                            new TextDocumentItem(uri, LANGUAGE, version, document.get())));
        }
    }

    /** Whether no viewer shows it any more. */
    boolean release() {
        if (--viewers > 0) {
            return false;
        }
        document.removeDocumentListener(this);
        server.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
        // the text may be closed unsaved: what was found in it is not in the file
        marked.ifPresent(file -> new FindingMarkers(file, document, List.of()).schedule());
        return true;
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // only the text after the change matters
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        version++;
        server.didChange(
                new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, version),
                        List.of(new TextDocumentContentChangeEvent(document.get()))));
    }

    /** Replaces the marks; findings of an older text are dropped, for they would stand elsewhere. */
    void show(PublishDiagnosticsParams findings) {
        if (findings.getVersion() != null && findings.getVersion() != version) {
            return;
        }
        Map<FindingAnnotation, Position> now = new HashMap<>();
        for (Diagnostic diagnostic : findings.getDiagnostics()) {
            IRegion region = DocumentPlaces.region(document, diagnostic.getRange());
            now.put(
                    new FindingAnnotation(diagnostic),
                    new Position(region.getOffset(), Math.max(1, region.getLength())));
        }
        if (annotations instanceof IAnnotationModelExtension model) {
            model.replaceAnnotations(shown.keySet().toArray(Annotation[]::new), now);
        }
        shown = now;
        marked = DocumentPlaces.file(document);
        marked.ifPresent(
                file -> new FindingMarkers(file, document, findings.getDiagnostics()).schedule());
    }
}
