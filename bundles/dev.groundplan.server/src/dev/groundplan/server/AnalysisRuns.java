package dev.groundplan.server;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.engine.AnalysedFile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs the analysis of the newest version of each document, one at a time on one thread. A new
 * version cancels the run before it, and a result that has been overtaken is dropped. All use of
 * the engine goes through here.
 */
final class AnalysisRuns implements AutoCloseable {
    /** Called on the analysis thread, in the order of the runs; forecasts on theirs. */
    interface Outcome {
        void analysed(OpenDocument document, AnalysedFile file);

        /** Whether anybody would hear a forecast. */
        boolean wantsForecasts();

        void forecast(OpenDocument document, Analysis project, boolean last);

        void failed(OpenDocument document, RuntimeException failure);
    }

    private static final class Run {
        final OpenDocument document;
        volatile CompletableFuture<AnalysedFile> result = new CompletableFuture<>();
        volatile boolean overtaken;

        /** Whether what is known without simulated runs has been handed on. */
        volatile boolean shown;

        Run(OpenDocument document) {
            this.document = document;
        }

        void overtake() {
            stopPublishing();
            result.cancel(false);
        }

        private synchronized void stopPublishing() {
            overtaken = true;
        }

        /** Hands something on, unless the run has been overtaken; never both. */
        synchronized void publish(Runnable publishing) {
            if (!overtaken) {
                publishing.run();
            }
        }

        /**
         * Hands a result on, unless it has been overtaken; never both. A second one takes the place
         * of the first where it says more.
         */
        synchronized void publish(AnalysedFile file, Outcome outcome) {
            if (overtaken) {
                return;
            }
            if (!result.complete(file)) {
                if (!file.saysMoreThan(result.join())) {
                    return;
                }
                result = CompletableFuture.completedFuture(file);
            }
            outcome.analysed(document, file);
        }
    }

    private final TextAnalysis analysis;
    private final Outcome outcome;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    /** How many ask for something and have not had their turn. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(named("groundplan-analysis"));

    /** Apart, so that the next analysis does not wait for thousands of runs. */
    private final ExecutorService forecasts =
            Executors.newSingleThreadExecutor(named("groundplan-forecast"));

    AnalysisRuns(TextAnalysis analysis, Outcome outcome) {
        this.analysis = analysis;
        this.outcome = outcome;
    }

    private static ThreadFactory named(String name) {
        return work -> Thread.ofPlatform().daemon().name(name).unstarted(work);
    }

    /** Analyses this version after the delay, unless a newer one comes first. */
    void start(OpenDocument document, Duration delay) {
        Run run = new Run(document);
        Run before = runs.put(document.uri(), run);
        if (before != null) {
            before.overtake();
        }
        try {
            thread.schedule(() -> perform(run), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            run.overtake(); // the server has been shut down
        }
    }

    void stop(String uri) {
        Run run = runs.remove(uri);
        if (run != null) {
            run.overtake();
        }
    }

    /** The result of the newest version; cancelled when a newer one overtakes it. */
    Optional<CompletableFuture<AnalysedFile>> newest(String uri) {
        return Optional.ofNullable(runs.get(uri)).map(run -> run.result);
    }

    /** Does something with the engine, between two analyses. */
    <T> CompletableFuture<T> submit(Supplier<T> work) {
        waiting.incrementAndGet();
        return CompletableFuture.supplyAsync(
                () -> {
                    waiting.decrementAndGet();
                    return work.get();
                },
                thread);
    }

    /** Who asks for something does not wait for simulated runs: they are made after it. */
    private boolean isInterrupted(Run run) {
        return run.overtaken || run.shown && waiting.get() > 0;
    }

    private void perform(Run run) {
        if (run.overtaken) {
            return;
        }
        OpenDocument document = run.document;
        try {
            AnalysedFile file =
                    analysis.analyse(
                            document.name(),
                            document.path(),
                            document.text(),
                            () -> isInterrupted(run),
                            first -> {
                                run.publish(first, outcome);
                                run.shown = true;
                            });
            boolean wanted = outcome.wantsForecasts(); // whoever comes later waits for the next
            run.publish(file, outcome);
            if (wanted && !run.overtaken) {
                forecasts.execute(() -> forecast(run, file));
            }
        } catch (RejectedExecutionException e) {
            run.overtake(); // the server has been shut down
        } catch (Cancellation.Cancelled e) {
            again(run);
        } catch (RuntimeException e) {
            // a defect of ours must neither end the thread nor vanish
            run.result.completeExceptionally(e);
            outcome.failed(document, e);
        }
    }

    private void again(Run run) {
        if (run.overtaken) {
            run.result.cancel(false);
            return;
        }
        try {
            thread.execute(() -> perform(run));
        } catch (RejectedExecutionException e) {
            run.overtake(); // the server has been shut down
        }
    }

    private void forecast(Run run, AnalysedFile file) {
        OpenDocument document = run.document;
        try {
            for (Analysis project : file.projects()) {
                Analysis last =
                        analysis.forecast(
                                project,
                                () -> run.overtaken,
                                first ->
                                        run.publish(
                                                () -> outcome.forecast(document, first, false)));
                run.publish(() -> outcome.forecast(document, last, true));
            }
        } catch (Cancellation.Cancelled e) {
            return; // a newer version has its own
        } catch (RuntimeException e) {
            outcome.failed(document, e);
        }
    }

    @Override
    public void close() {
        runs.values().forEach(Run::overtake);
        thread.shutdownNow();
        forecasts.shutdownNow();
    }
}
