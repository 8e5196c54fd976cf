package dev.groundplan.server;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.engine.Engine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * The language server. It serves one client, either in the same process or, through LSP4J's
 * launcher, at the other end of a stream.
 */
public final class GroundplanServer implements LanguageServer, LanguageClientAware {
    private final DocumentService documents;
    private final FileChanges files;

    /** The engine is created on another thread; nothing waits for it but the first analysis. */
    public GroundplanServer(Supplier<Engine> engine) {
        this(CompletableFuture.supplyAsync(engine));
    }

    private GroundplanServer(CompletableFuture<Engine> engine) {
        this(
                TextAnalysis.of(engine),
                new CatalogueText(
                        () ->
                                engine.isDone() && !engine.isCompletedExceptionally()
                                        ? engine.join().catalogue()
                                        : Catalogue.EMPTY));
    }

    GroundplanServer(TextAnalysis analysis, CatalogueText catalogue) {
        documents = new DocumentService(analysis, catalogue);
        files = new FileChanges(documents);
    }

    /** The analyses behind the diagnostics, for listeners in this process. */
    public AnalysisFeed feed() {
        return documents.feed();
    }

    @Override
    public void connect(LanguageClient client) {
        documents.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
        ServerCapabilities capabilities = new ServerCapabilities();
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        capabilities.setTextDocumentSync(sync);
        capabilities.setHoverProvider(true);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setFoldingRangeProvider(true);
        capabilities.setDocumentFormattingProvider(true);
        capabilities.setRenameProvider(new RenameOptions(true));
        capabilities.setCompletionProvider(new CompletionOptions(false, List.of()));
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        SemanticTokensWithRegistrationOptions colours =
                new SemanticTokensWithRegistrationOptions(Colouring.legend());
        colours.setFull(true);
        capabilities.setSemanticTokensProvider(colours);
        return CompletableFuture.completedFuture(
                new InitializeResult(capabilities, new ServerInfo("groundplan")));
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return files;
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        documents.close();
        return CompletableFuture.completedFuture(null);
    }

    /** The process belongs to whoever started the server; there is nothing left to end. */
    @Override
    public void exit() {
        documents.close();
    }
}
