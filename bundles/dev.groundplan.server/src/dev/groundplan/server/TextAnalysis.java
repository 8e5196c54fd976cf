package dev.groundplan.server;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.TextEdit;
import java.nio.file.Path;
import java.util.List;

/** What the server needs of the engine: an analysis of a text, and the edits of a fix. */
interface TextAnalysis {
    /**
     * @param name for findings
     * @param path absolute, for imports
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    AnalysedFile analyse(String name, Path path, String text, Cancellation cancellation);

    /** Minimal edits of the analysed text, sorted, not overlapping. */
    List<TextEdit> edits(AnalysedFile file, Fix fix);

    static TextAnalysis of(Engine engine) {
        return new TextAnalysis() {
            @Override
            public AnalysedFile analyse(
                    String name, Path path, String text, Cancellation cancellation) {
                return engine.analyse(name, path, text, Engine.Settings.now(), cancellation);
            }

            @Override
            public List<TextEdit> edits(AnalysedFile file, Fix fix) {
                return engine.edits(file, fix);
            }
        };
    }
}
