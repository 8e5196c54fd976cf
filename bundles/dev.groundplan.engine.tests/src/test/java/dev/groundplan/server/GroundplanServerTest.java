package dev.groundplan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.engine.Engine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way with the real engine: text in, answers of the protocol out. */
@Timeout(120)
class GroundplanServerTest {
    private static final String TEXT =
            """
            project tuning {
              scope { users 2M }
              data {
                dataset tickets { purpose tuning  examples 120k  tokens 85M }
                dataset golden  { purpose evaluation  examples 1_200 }
              }
              model { existing Qwen/Qwen2.5-7B-Instruct }
              alignment {
                fine-tune lora-tickets {
                  method   lora { rank 16  targets all-linear }
                  on       tickets
                  epochs   3
                  sequence 2_048 tokens
                  hardware 1 x L4
                }
              }
              evaluation { gate quality { metric exact-match on golden target 78 % } }
            }
            """;

    private static GroundplanServer server;
    private final RecordingClient client = new RecordingClient();

    @BeforeAll
    static void create() {
        server = new GroundplanServer(Engine::create);
    }

    @AfterAll
    static void shutdown() {
        server.shutdown();
    }

    @BeforeEach
    void open() throws Exception {
        server.connect(client);
        wait(server.initialize(new InitializeParams()));
        server.getTextDocumentService().didOpen(Documents.open(TEXT));
    }

    private static <T> T wait(CompletableFuture<T> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }

    private static HoverParams hoverAt(String word) {
        return new HoverParams(Documents.id(), Documents.at(TEXT, word, 1));
    }

    private String hover(String word) throws Exception {
        client.diagnostics(1);
        Hover hover = wait(server.getTextDocumentService().hover(hoverAt(word)));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    @Test
    void findingsAreDiagnosticsWithTheRuleAsCode() throws Exception {
        List<Diagnostic> found = client.diagnostics(1);
        Diagnostic overflow =
                found.stream()
                        .filter(d -> d.getCode().getLeft().equals("MemoryOverflow"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(found));
        assertEquals(Documents.at(TEXT, "hardware 1 x L4", 0), overflow.getRange().getStart());
        assertFalse(overflow.getMessage().getLeft().isBlank());
    }

    @Test
    void aFixIsAWorkspaceEditAndMends() throws Exception {
        client.diagnostics(1);
        Range range = new Range(Documents.at(TEXT, "1 x L4", 0), Documents.at(TEXT, "1 x L4", 0));
        CodeAction fix =
                wait(
                                server.getTextDocumentService()
                                        .codeAction(
                                                new CodeActionParams(
                                                        Documents.id(),
                                                        range,
                                                        new CodeActionContext(List.of()))))
                        .stream()
                        .map(either -> either.getRight())
                        .filter(action -> action.getTitle().startsWith("Use QLoRA"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(fix.getTitle().contains("("), "the effect stands in the title: " + fix);
        String mended = TEXT;
        LineIndex lines = new LineIndex(TEXT);
        for (TextEdit edit : fix.getEdit().getChanges().get(Documents.URI).reversed()) {
            mended =
                    mended.substring(0, lines.offset(edit.getRange().getStart()))
                            + edit.getNewText()
                            + mended.substring(lines.offset(edit.getRange().getEnd()));
        }
        server.getTextDocumentService().didChange(Documents.change(2, mended));
        assertTrue(
                client.diagnostics(2).stream()
                        .noneMatch(d -> d.getCode().getLeft().equals("MemoryOverflow")),
                mended);
    }

    @Test
    void aStageTellsItsNumbersWithFormulaAndInputs() throws Exception {
        String text = hover("lora-tickets {");
        assertTrue(text.contains("**Memory"), text);
        assertTrue(text.contains("\n- "), text);
    }

    @Test
    void aCatalogueNameTellsItsFigures() throws Exception {
        String text = hover("L4");
        assertTrue(text.contains("(accelerator)") && text.contains("24 GB"), text);
    }

    @Test
    void aPropertyTellsWhatItTakesAndWhatRestsOnIt() throws Exception {
        String text = hover("epochs");
        assertTrue(text.startsWith("**epochs**"), text);
        assertTrue(text.contains("\n`"), "a formula that uses it: " + text);
    }

    @Test
    void theOutlineHasTheBlocks() throws Exception {
        DocumentSymbol project =
                wait(server.getTextDocumentService()
                                .documentSymbol(new DocumentSymbolParams(Documents.id())))
                        .getFirst()
                        .getRight();
        assertEquals("tuning", project.getName());
        assertEquals(
                List.of("scope", "data", "model", "alignment", "evaluation"),
                project.getChildren().stream().map(DocumentSymbol::getName).toList());
        assertFalse(
                wait(server.getTextDocumentService()
                                .foldingRange(new FoldingRangeRequestParams(Documents.id())))
                        .isEmpty());
    }

    @Test
    void completionOffersNamesOfFileAndCatalogue() throws Exception {
        client.diagnostics(1);
        List<String> labels =
                wait(
                                server.getTextDocumentService()
                                        .completion(
                                                new CompletionParams(
                                                        Documents.id(),
                                                        Documents.at(TEXT, "Qwen/", 5))))
                        .getLeft()
                        .stream()
                        .map(CompletionItem::getLabel)
                        .toList();
        assertTrue(labels.contains("Qwen/Qwen2.5-7B-Instruct"), labels.toString());
    }

    @Test
    void semanticTokensAreFiveNumbersEach() throws Exception {
        List<Integer> data =
                wait(server.getTextDocumentService()
                                .semanticTokensFull(new SemanticTokensParams(Documents.id())))
                        .getData();
        assertTrue(!data.isEmpty() && data.size() % 5 == 0);
        assertEquals(List.of(0, 0, 7, 0, 0), data.subList(0, 5), "project, a keyword");
    }

    @Test
    void formattingChangesWhiteSpaceAndNothingElse() throws Exception {
        String untidy = "project x {\r\n    scope {users 2M}\r\n}\r\n";
        server.getTextDocumentService().didOpen(Documents.open(untidy));
        List<? extends TextEdit> edits =
                server.getTextDocumentService()
                        .formatting(
                                new DocumentFormattingParams(
                                        Documents.id(), new FormattingOptions(8, false)))
                        .get(60, TimeUnit.SECONDS);
        LineIndex lines = new LineIndex(untidy);
        StringBuilder tidy = new StringBuilder(untidy);
        for (TextEdit edit : edits.reversed()) {
            tidy.replace(
                    lines.offset(edit.getRange().getStart()),
                    lines.offset(edit.getRange().getEnd()),
                    edit.getNewText());
        }
        assertEquals("project x {\r\n  scope { users 2M }\r\n}\r\n", tidy.toString());
        assertEquals(3, edits.size());
    }

    @Test
    void aNameIsChangedWhereverItIsMentionedOrNotAtAll() throws Exception {
        server.getTextDocumentService().didOpen(Documents.open(TEXT));
        Position mentioned = Documents.at(TEXT, "on       tickets", 12);
        assertEquals(
                "tickets",
                server.getTextDocumentService()
                        .prepareRename(new PrepareRenameParams(Documents.id(), mentioned))
                        .get(60, TimeUnit.SECONDS)
                        .getSecond()
                        .getPlaceholder());
        List<TextEdit> edits =
                server.getTextDocumentService()
                        .rename(new RenameParams(Documents.id(), mentioned, "cases"))
                        .get(60, TimeUnit.SECONDS)
                        .getChanges()
                        .get(Documents.URI);
        assertEquals(List.of("cases", "cases"), edits.stream().map(TextEdit::getNewText).toList());
        CompletableFuture<WorkspaceEdit> taken =
                server.getTextDocumentService()
                        .rename(new RenameParams(Documents.id(), mentioned, "golden"));
        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> taken.get(60, TimeUnit.SECONDS));
        assertTrue(refused.getMessage().contains("the name `golden` is taken"), refused::toString);
    }
}
