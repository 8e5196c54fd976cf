package dev.groundplan.editor;

import dev.groundplan.engine.Engine;
import dev.groundplan.server.AnalysisFeed;
import dev.groundplan.server.GroundplanServer;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The language server and its client in this process; an OSGi service that lives as long as the
 * workbench. Documents are opened and closed on the SWT thread.
 */
public final class LanguageSession implements LanguageClient {
    private final GroundplanServer server = new GroundplanServer(Engine::create);
    private final Map<IDocument, TrackedDocument> documents = new IdentityHashMap<>();

    /** Called by the service runtime alone. */
    public LanguageSession() {
        server.connect(this);
        server.initialize(new InitializeParams());
    }

    /**
     * The session, for what the platform creates from an extension and hands nothing.
     *
     * @throws IllegalStateException when the workbench is not running
     */
    public static LanguageSession current() {
        BundleContext context = FrameworkUtil.getBundle(LanguageSession.class).getBundleContext();
        return Optional.ofNullable(context.getServiceReference(LanguageSession.class))
                .map(context::getService)
                .orElseThrow(() -> new IllegalStateException("no language session is running"));
    }

    TextDocumentService server() {
        return server.getTextDocumentService();
    }

    /** The analyses of the open documents. */
    public AnalysisFeed feed() {
        return server.feed();
    }

    /** Begins to analyse what a viewer shows; a document may be shown by several. */
    void open(IDocument document, IAnnotationModel annotations) {
        TrackedDocument tracked = documents.get(document);
        if (tracked == null) {
            Optional<String> uri = DocumentPlaces.uri(document);
            if (uri.isEmpty()) {
                return; // not a file: a comparison or a preview
            }
            tracked = new TrackedDocument(uri.get(), document, annotations, server());
            documents.put(document, tracked);
        }
        tracked.acquire();
    }

    void close(IDocument document) {
        TrackedDocument tracked = documents.get(document);
        if (tracked != null && tracked.release()) {
            documents.remove(document);
        }
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        SwtThread.run(
                () ->
                        documents.values().stream()
                                .filter(d -> d.uri().equals(diagnostics.getUri()))
                                .forEach(d -> d.show(diagnostics)));
    }

    @Override
    public void logMessage(MessageParams message) {
        if (message.getType() == MessageType.Error) {
            Platform.getLog(LanguageSession.class).error(message.getMessage());
        } else {
            Platform.getLog(LanguageSession.class).info(message.getMessage());
        }
    }

    @Override
    public void showMessage(MessageParams message) {
        logMessage(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
            ShowMessageRequestParams request) {
        logMessage(request);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object event) {
        // there is no telemetry
    }

    /** Called by the service runtime when the workbench ends. */
    public void deactivate() {
        server.shutdown();
    }
}
