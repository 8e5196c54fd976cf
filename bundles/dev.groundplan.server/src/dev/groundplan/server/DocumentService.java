package dev.groundplan.server;

import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * The open documents. What only needs the text is answered at once; what needs the analysis waits
 * for that of the newest version and answers nothing when a newer text comes meanwhile.
 */
final class DocumentService implements TextDocumentService, AutoCloseable {
    /** Long enough to swallow a burst of keys, short enough to feel immediate. */
    private static final Duration AFTER_A_KEY = Duration.ofMillis(60);

    private final Map<String, OpenDocument> documents = new ConcurrentHashMap<>();
    private final Publisher publisher = new Publisher();
    private final AnalysisRuns runs;
    private final CodeActions fixes;
    private final Renames names;
    private final Hovers hovers;
    private final Completions completions;

    DocumentService(TextAnalysis analysis, CatalogueText catalogue) {
        runs = new AnalysisRuns(analysis, publisher);
        fixes = new CodeActions(analysis, at -> documents.get(at.uri()) == at);
        names = new Renames(analysis);
        hovers = new Hovers(catalogue, analysis);
        completions = new Completions(catalogue);
    }

    void connect(LanguageClient client) {
        publisher.connect(client);
    }

    AnalysisFeed feed() {
        return publisher;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams parameters) {
        TextDocumentItem item = parameters.getTextDocument();
        start(new OpenDocument(item.getUri(), item.getVersion(), item.getText()), Duration.ZERO);
    }

    @Override
    public void didChange(DidChangeTextDocumentParams parameters) {
        VersionedTextDocumentIdentifier id = parameters.getTextDocument();
        OpenDocument before = documents.get(id.getUri());
        int version =
                Optional.ofNullable(id.getVersion()).orElse(before == null ? 0 : before.version());
        if (before == null || version < before.version()) {
            return; // a change of a closed document, or one that came too late
        }
        start(before.after(version, parameters.getContentChanges()), AFTER_A_KEY);
    }

    @Override
    public void didSave(DidSaveTextDocumentParams parameters) {
        // the others may import it; its own text has not changed
        documents.values().stream()
                .filter(document -> !document.uri().equals(parameters.getTextDocument().getUri()))
                .forEach(document -> start(document, AFTER_A_KEY));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams parameters) {
        String uri = parameters.getTextDocument().getUri();
        if (documents.remove(uri) != null) {
            runs.stop(uri);
            publisher.closed(uri);
        }
    }

    /** After something outside the documents has changed. */
    void analyseAll() {
        documents.values().forEach(document -> start(document, AFTER_A_KEY));
    }

    private void start(OpenDocument document, Duration delay) {
        documents.put(document.uri(), document);
        publisher.computing(document);
        runs.start(document, delay);
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams parameters) {
        return withAnalysis(
                parameters.getTextDocument().getUri(),
                (document, file) -> hovers.at(document, file, parameters.getPosition()),
                null);
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(
            CodeActionParams parameters) {
        String uri = parameters.getTextDocument().getUri();
        return withAnalysis(uri, Analysed::new, null)
                .thenCompose(
                        at ->
                                at == null
                                        ? CompletableFuture.completedFuture(List.of())
                                        : runs.submit(() -> actions(at, parameters)));
    }

    private record Analysed(OpenDocument document, AnalysedFile file) {}

    private List<Either<Command, CodeAction>> actions(Analysed at, CodeActionParams parameters) {
        return fixes.at(at.document(), at.file(), parameters.getRange()).stream()
                .map(Either::<Command, CodeAction>forRight)
                .toList();
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams parameters) {
        return withText(
                parameters.getTextDocument().getUri(),
                document ->
                        Symbols.outline(document).stream()
                                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                                .toList(),
                List.of());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(
            FoldingRangeRequestParams parameters) {
        return withText(parameters.getTextDocument().getUri(), Symbols::folding, List.of());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams parameters) {
        return withText(
                parameters.getTextDocument().getUri(),
                Colouring::of,
                new SemanticTokens(List.of()));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
            CompletionParams parameters) {
        return withText(
                parameters.getTextDocument().getUri(),
                document -> Either.forLeft(completions.at(document, parameters.getPosition())),
                Either.forLeft(List.of()));
    }

    /** The layout is the language's; a client's tabs and widths are not asked for. */
    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(
            DocumentFormattingParams parameters) {
        return withText(
                parameters.getTextDocument().getUri(),
                document -> document.edits(Engine.formatting(document.text())),
                List.of());
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
            prepareRename(PrepareRenameParams parameters) {
        OpenDocument document = documents.get(parameters.getTextDocument().getUri());
        return document == null
                ? CompletableFuture.completedFuture(null)
                : runs.submit(() -> names.at(document, parameters.getPosition()));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams parameters) {
        OpenDocument document = documents.get(parameters.getTextDocument().getUri());
        return document == null
                ? CompletableFuture.completedFuture(null)
                : runs.submit(
                        () ->
                                names.rename(
                                        document,
                                        parameters.getPosition(),
                                        parameters.getNewName(),
                                        List.copyOf(documents.values())));
    }

    private <T> CompletableFuture<T> withText(
            String uri, Function<OpenDocument, T> answer, T nothing) {
        OpenDocument document = documents.get(uri);
        return CompletableFuture.completedFuture(
                document == null ? nothing : answer.apply(document));
    }

    private <T> CompletableFuture<T> withAnalysis(
            String uri, BiFunction<OpenDocument, AnalysedFile, T> answer, T nothing) {
        Optional<CompletableFuture<AnalysedFile>> file = runs.newest(uri);
        OpenDocument document = documents.get(uri);
        if (file.isEmpty() || document == null) {
            return CompletableFuture.completedFuture(nothing);
        }
        return file.get()
                .handle(
                        (analysed, failure) ->
                                failure == null && analysed.text().equals(document.text())
                                        ? answer.apply(document, analysed)
                                        : nothing);
    }

    @Override
    public void close() {
        runs.close();
    }
}
