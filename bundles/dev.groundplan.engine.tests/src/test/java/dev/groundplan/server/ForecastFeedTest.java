package dev.groundplan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.dsl.edits.Renaming;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.FixEffects;
import dev.groundplan.engine.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may come of a project reaches whoever listens, first roughly, and never too late. */
@Timeout(120)
class ForecastFeedTest {
    private static final String TEXT = "project p { start 2027-01-04 }";
    private static final TextAnalysis REAL =
            TextAnalysis.of(CompletableFuture.completedFuture(Engine.create()));

    private record Heard(int version, Analysis project, boolean last) {}

    /** Analyses as the server does; forecasts are a matter of the test. */
    private interface Forecasting extends TextAnalysis {
        @Override
        default AnalysedFile analyse(String name, Path path, String text, Cancellation c) {
            return REAL.analyse(name, path, text, c);
        }

        @Override
        default FixEffects effects(AnalysedFile file, Cancellation cancellation) {
            return REAL.effects(file, cancellation);
        }

        @Override
        default List<TextEdit> edits(AnalysedFile file, Fix fix) {
            return REAL.edits(file, fix);
        }

        @Override
        default Optional<Page> page(AnalysedFile file, Finding finding) {
            return REAL.page(file, finding);
        }

        @Override
        default Renaming renaming(Path path, String text) {
            return REAL.renaming(path, text);
        }
    }

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final RecordingClient client = new RecordingClient();
    private DocumentService service;

    private void serve(TextAnalysis analysis) {
        service = new DocumentService(analysis, new CatalogueText(() -> Catalogue.EMPTY));
        service.connect(client);
    }

    private void listen() {
        AnalysisFeed.ForecastListener listener =
                (uri, version, project, last) -> heard.add(new Heard(version, project, last));
        service.feed().add(listener);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Heard next() throws InterruptedException {
        Heard next = heard.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no forecast; " + client.logged);
        }
        return next;
    }

    @Test
    void aForecastImprovesUntilItsLast() throws Exception {
        serve(REAL);
        listen();
        service.didOpen(Documents.open(TEXT));
        // after 256 runs, after 2,048 and after all
        for (boolean last : new boolean[] {false, false, true}) {
            Heard next = next();
            assertEquals(1, next.version());
            assertEquals(last, next.last());
            assertTrue(next.project().value(Dimension.TIME, "forecast", "finish").isPresent());
        }
    }

    @Test
    void aNewerVersionEndsTheForecastOfTheOlder() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Forecasting slowAtFirst =
                (project, cancellation, improving) -> {
                    improving.accept(project);
                    if (asked.incrementAndGet() == 1) {
                        while (!cancellation.isCancelled()) {
                            Thread.onSpinWait();
                        }
                        improving.accept(project); // too late: nobody may hear it
                        ended.countDown();
                        cancellation.check();
                    }
                    return project;
                };
        serve(slowAtFirst);
        listen();
        service.didOpen(Documents.open(TEXT));
        assertEquals(1, next().version());
        service.didChange(Documents.change(2, TEXT + "\n"));
        assertTrue(ended.await(60, TimeUnit.SECONDS));
        Heard rough = next();
        assertEquals(2, rough.version());
        assertEquals(false, rough.last());
        Heard last = next();
        assertEquals(2, last.version());
        assertTrue(last.last());
        assertTrue(heard.isEmpty());
    }

    @Test
    void nothingIsSimulatedWhileNobodyListens() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Forecasting counting =
                (project, cancellation, improving) -> {
                    asked.incrementAndGet();
                    return project;
                };
        serve(counting);
        service.didOpen(Documents.open(TEXT));
        client.diagnostics(1);
        listen();
        service.didChange(Documents.change(2, TEXT + "\n"));
        assertEquals(2, next().version());
        assertEquals(1, asked.get());
    }
}
