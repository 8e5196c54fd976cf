package dev.groundplan.server;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.engine.AnalysedFile;
import java.util.Optional;

/**
 * The stream of analyses behind the diagnostics, for listeners in the same process: views that show
 * numbers. Listeners are called on the server's analysis thread and must return soon.
 */
public interface AnalysisFeed {
    /** Hears of the analyses of every open document. */
    interface Listener {
        /** The text has changed, and what was published before is stale. */
        default void computing(String uri, int version) {}

        /**
         * The analysis of this version; a later version has not been asked for yet. Where a rule
         * needs simulated runs it comes twice: at once without them, then with what they add.
         */
        void analysed(String uri, int version, AnalysedFile file);

        /** The document is no longer open. */
        default void closed(String uri) {}
    }

    /**
     * Hears what may come of the projects of an open document. Nothing is simulated while nobody
     * listens.
     */
    interface ForecastListener {
        /**
         * What the simulated runs so far say; called again with more of them. A newer version ends
         * it, and once that is analysed nothing of an older one is heard. Called on the server's
         * forecast thread; must return soon.
         *
         * @param project its analysis together with the forecast; a file may hold several
         * @param last whether nothing better follows
         */
        void forecast(String uri, int version, Analysis project, boolean last);
    }

    void add(Listener listener);

    void remove(Listener listener);

    /** From the next analysis on. */
    void add(ForecastListener listener);

    void remove(ForecastListener listener);

    /** The newest analysis of an open document, which may lag behind its text. */
    Optional<AnalysedFile> latest(String uri);
}
