package dev.groundplan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.engine.AnalysedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The look at a document that needs simulated runs. */
@Timeout(60)
class SecondLookTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final AnalysisRuns.Outcome outcome =
            new AnalysisRuns.Outcome() {
                @Override
                public void analysed(OpenDocument document, AnalysedFile file) {
                    heard.add(file.text());
                }

                @Override
                public boolean wantsForecasts() {
                    return false;
                }

                @Override
                public void forecast(OpenDocument document, Analysis project, boolean last) {
                    throw new AssertionError("nobody wants a forecast");
                }

                @Override
                public void failed(OpenDocument document, RuntimeException failure) {
                    heard.add(failure.toString());
                }
            };

    /** The first of its second looks would last for ever. */
    private static final class Slow extends DocumentServiceTest.Echo {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public AnalysedFile analyse(
                String name, Path path, String text, Cancellation c, Consumer<AnalysedFile> first) {
            first.accept(super.analyse(name, path, "first " + text, c));
            while (looks.get() == 0 && !c.isCancelled()) {
                Thread.onSpinWait();
            }
            looks.incrementAndGet();
            c.check();
            return super.analyse(name, path, text, c);
        }
    }

    @Test
    void whoAsksForSomethingHasItAtOnceAndTheLookIsMadeAfterwards() throws Exception {
        try (AnalysisRuns runs = new AnalysisRuns(new Slow(), outcome)) {
            runs.start(new OpenDocument(Documents.URI, 1, "one"), Duration.ZERO);
            assertEquals("first one", heard.poll(30, TimeUnit.SECONDS));
            assertEquals("the fixes", runs.submit(() -> "the fixes").get(30, TimeUnit.SECONDS));
            assertEquals("one", heard.poll(30, TimeUnit.SECONDS));
        }
    }
}
