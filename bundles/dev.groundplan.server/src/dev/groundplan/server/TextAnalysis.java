package dev.groundplan.server;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.dsl.edits.Renaming;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.FixEffects;
import dev.groundplan.engine.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the server needs of the engine: an analysis of a text, and the edits of a fix. */
interface TextAnalysis {
    /**
     * @param name for findings
     * @param path absolute, for imports
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    AnalysedFile analyse(String name, Path path, String text, Cancellation cancellation);

    /**
     * The same for whoever does not want to wait for simulated runs.
     *
     * @param first is handed what is known without them, where there is more to come
     */
    default AnalysedFile analyse(
            String name,
            Path path,
            String text,
            Cancellation cancellation,
            Consumer<AnalysedFile> first) {
        return analyse(name, path, text, cancellation);
    }

    /**
     * The analysis of a project together with what comes of simulated runs.
     *
     * @param improving is handed what the first runs say, on the same thread
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    Analysis forecast(Analysis project, Cancellation cancellation, Consumer<Analysis> improving);

    /** Minimal edits of the analysed text, sorted, not overlapping. */
    List<TextEdit> edits(AnalysedFile file, Fix fix);

    /** What the fixes of a file bring, each found out when it is asked for. */
    FixEffects effects(AnalysedFile file, Cancellation cancellation);

    /** What explains a finding; safe on any thread once the file has been analysed. */
    Optional<Page> page(AnalysedFile file, Finding finding);

    /** What can be renamed in a text, and how. */
    Renaming renaming(Path path, String text);

    /** The engine may still be on its way: creating it takes longer than opening an editor may. */
    static TextAnalysis of(CompletableFuture<Engine> engine) {
        return new TextAnalysis() {
            @Override
            public AnalysedFile analyse(
                    String name, Path path, String text, Cancellation cancellation) {
                return engine.join().analyse(name, path, text, Engine.Settings.now(), cancellation);
            }

            @Override
            public AnalysedFile analyse(
                    String name,
                    Path path,
                    String text,
                    Cancellation cancellation,
                    Consumer<AnalysedFile> first) {
                return engine.join()
                        .analyse(name, path, text, Engine.Settings.now(), cancellation, first);
            }

            @Override
            public Analysis forecast(
                    Analysis project, Cancellation cancellation, Consumer<Analysis> improving) {
                return engine.join().forecast(project, Engine.USUAL_RUNS, cancellation, improving);
            }

            @Override
            public List<TextEdit> edits(AnalysedFile file, Fix fix) {
                return engine.join().edits(file, fix);
            }

            @Override
            public FixEffects effects(AnalysedFile file, Cancellation cancellation) {
                return new FixEffects(engine.join(), Engine.Settings.now(), file, cancellation);
            }

            @Override
            public Optional<Page> page(AnalysedFile file, Finding finding) {
                return engine.join().page(file, finding);
            }

            @Override
            public Renaming renaming(Path path, String text) {
                return engine.join().renaming(path, text);
            }
        };
    }
}
