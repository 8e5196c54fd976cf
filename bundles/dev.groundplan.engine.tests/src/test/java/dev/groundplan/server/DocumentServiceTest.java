package dev.groundplan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.dsl.edits.Renaming;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.FixEffects;
import dev.groundplan.engine.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of documents, with an analysis that finds the text itself. */
@Timeout(60)
class DocumentServiceTest {
    /** Reports the whole text as one finding. */
    static class Echo implements TextAnalysis {
        final AtomicInteger runs = new AtomicInteger();

        @Override
        public AnalysedFile analyse(String name, Path path, String text, Cancellation c) {
            runs.incrementAndGet();
            Finding finding =
                    new Finding(
                            "Echo",
                            Severity.WARNING,
                            new SourceRange(name, 0, text.length(), 1, 1, 1, 1),
                            SubjectId.of("p"),
                            Message.of("Echo.text", "{text}", "text", text),
                            List.of());
            return new AnalysedFile(
                    name, Path.of(name), text, List.of(), List.of(), List.of(finding));
        }

        @Override
        public Analysis forecast(Analysis project, Cancellation c, Consumer<Analysis> improving) {
            throw new AssertionError("nobody asked for a forecast");
        }

        @Override
        public FixEffects effects(AnalysedFile file, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TextEdit> edits(AnalysedFile file, Fix fix) {
            return List.of();
        }

        @Override
        public Optional<Page> page(AnalysedFile file, Finding finding) {
            return Optional.empty();
        }

        @Override
        public Renaming renaming(Path path, String text) {
            throw new AssertionError("nothing is renamed here");
        }
    }

    private final RecordingClient client = new RecordingClient();
    private DocumentService service;

    private DocumentService serve(TextAnalysis analysis) {
        service = new DocumentService(analysis, new CatalogueText(() -> Catalogue.EMPTY));
        service.connect(client);
        return service;
    }

    @AfterEach
    void close() {
        service.close();
    }

    private String message(int version) throws InterruptedException {
        List<Diagnostic> diagnostics = client.diagnostics(version);
        assertEquals(1, diagnostics.size());
        return diagnostics.getFirst().getMessage().getLeft();
    }

    @Test
    void changesArePublishedWithTheirVersion() throws Exception {
        serve(new Echo()).didOpen(Documents.open("one"));
        assertEquals("one", message(1));
        service.didChange(Documents.change(2, "two"));
        assertEquals("two", message(2));
    }

    @Test
    void aChangeOfARangeChangesThatRange() throws Exception {
        serve(new Echo()).didOpen(Documents.open("ab\ncd"));
        service.didChange(Documents.replace(2, 1, 0, 1, "xy"));
        assertEquals("ab\nxyd", message(2));
        service.didChange(Documents.replace(3, 9, 9, 99, "!"));
        assertEquals("ab\nxyd!", message(3));
    }

    @Test
    void aFloodOfChangesEndsWithTheLast() throws Exception {
        Echo echo = new Echo();
        serve(echo).didOpen(Documents.open("0"));
        for (int version = 2; version <= 1_000; version++) {
            service.didChange(Documents.change(version, "text " + version));
        }
        assertEquals("text 1000", message(1_000));
        assertTrue(echo.runs.get() < 100, echo.runs + " runs for one burst");
    }

    @Test
    void aChangeThatComesTooLateIsDropped() throws Exception {
        serve(new Echo()).didOpen(Documents.open("one"));
        service.didChange(Documents.change(5, "five"));
        service.didChange(Documents.change(3, "three"));
        assertEquals("five", message(5));
        assertTrue(client.published.isEmpty());
    }

    @Test
    void aKeyCancelsTheRunBefore() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        serve(
                new Echo() {
                    @Override
                    public AnalysedFile analyse(
                            String name, Path path, String text, Cancellation c) {
                        if (text.equals("slow")) {
                            running.countDown();
                            while (!c.isCancelled()) {
                                Thread.onSpinWait();
                            }
                            cancelled.countDown();
                            c.check();
                        }
                        return super.analyse(name, path, text, c);
                    }
                });
        service.didOpen(Documents.open("slow"));
        assertTrue(running.await(30, TimeUnit.SECONDS));
        service.didChange(Documents.change(2, "quick"));
        assertTrue(cancelled.await(30, TimeUnit.SECONDS));
        assertEquals("quick", message(2));
        assertTrue(client.published.isEmpty(), "the cancelled run was published");
    }

    @Test
    void whatNeedsNoSimulationIsPublishedBeforeTheRest() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        serve(
                new Echo() {
                    @Override
                    public AnalysedFile analyse(
                            String name,
                            Path path,
                            String text,
                            Cancellation c,
                            Consumer<AnalysedFile> first) {
                        first.accept(super.analyse(name, path, "first " + text, c));
                        await(seen);
                        return super.analyse(name, path, text, c);
                    }
                });
        service.didOpen(Documents.open("one"));
        assertEquals("first one", message(1));
        seen.countDown();
        assertEquals("one", message(1));
        assertEquals("one", service.feed().latest(Documents.URI).orElseThrow().text());
    }

    @Test
    void aKeyCancelsWhatIsStillSimulated() throws Exception {
        serve(
                new Echo() {
                    @Override
                    public AnalysedFile analyse(
                            String name,
                            Path path,
                            String text,
                            Cancellation c,
                            Consumer<AnalysedFile> first) {
                        first.accept(super.analyse(name, path, "first " + text, c));
                        while (text.equals("slow") && !c.isCancelled()) {
                            Thread.onSpinWait();
                        }
                        c.check();
                        return super.analyse(name, path, text, c);
                    }
                });
        service.didOpen(Documents.open("slow"));
        assertEquals("first slow", message(1));
        service.didChange(Documents.change(2, "quick"));
        assertEquals("first quick", message(2));
        assertEquals("quick", message(2));
        assertTrue(client.published.isEmpty(), "the cancelled run was published");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDefectOfAnAnalysisIsLoggedAndTheNextRuns() throws Exception {
        serve(
                new Echo() {
                    @Override
                    public AnalysedFile analyse(
                            String name, Path path, String text, Cancellation c) {
                        if (text.equals("bad")) {
                            throw new IllegalStateException("on purpose");
                        }
                        return super.analyse(name, path, text, c);
                    }
                });
        service.didOpen(Documents.open("bad"));
        assertTrue(client.logged.poll(30, TimeUnit.SECONDS).contains("on purpose"));
        service.didChange(Documents.change(2, "good"));
        assertEquals("good", message(2));
    }

    @Test
    void aClosedDocumentHasNoDiagnosticsAndAnswersNothing() throws Exception {
        serve(new Echo()).didOpen(Documents.open("one"));
        assertEquals("one", message(1));
        service.didClose(Documents.close());
        assertTrue(client.published.poll(30, TimeUnit.SECONDS).getDiagnostics().isEmpty());
        assertNull(
                service.hover(new HoverParams(Documents.id(), new Position(0, 0)))
                        .get(30, TimeUnit.SECONDS));
        service.didChange(Documents.change(2, "late"));
        assertTrue(service.feed().latest(Documents.URI).isEmpty());
    }

    @Test
    void listenersHearOfEveryStep() throws Exception {
        CountDownLatch computing = new CountDownLatch(1);
        CountDownLatch analysed = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        serve(new Echo());
        service.feed()
                .add(
                        new AnalysisFeed.Listener() {
                            @Override
                            public void computing(String uri, int version) {
                                computing.countDown();
                            }

                            @Override
                            public void analysed(String uri, int version, AnalysedFile file) {
                                analysed.countDown();
                            }

                            @Override
                            public void closed(String uri) {
                                closed.countDown();
                            }
                        });
        service.didOpen(Documents.open("one"));
        assertTrue(computing.await(30, TimeUnit.SECONDS));
        assertTrue(analysed.await(30, TimeUnit.SECONDS));
        assertEquals("one", service.feed().latest(Documents.URI).orElseThrow().text());
        service.didClose(Documents.close());
        assertTrue(closed.await(30, TimeUnit.SECONDS));
    }
}
