package dev.groundplan.server;

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

    void add(Listener listener);

    void remove(Listener listener);

    /** The newest analysis of an open document, which may lag behind its text. */
    Optional<AnalysedFile> latest(String uri);
}
