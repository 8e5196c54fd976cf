package dev.groundplan.server;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.engine.AnalysedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the client the diagnostics and the listeners in this process the whole analysis. */
final class Publisher implements AnalysisFeed, AnalysisRuns.Outcome {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<ForecastListener> forecasts = new CopyOnWriteArrayList<>();
    private final Map<String, AnalysedFile> latest = new ConcurrentHashMap<>();
    private volatile Optional<LanguageClient> client = Optional.empty();

    void connect(LanguageClient other) {
        client = Optional.of(other);
    }

    @Override
    public void add(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public void add(ForecastListener listener) {
        forecasts.add(listener);
    }

    @Override
    public void remove(ForecastListener listener) {
        forecasts.remove(listener);
    }

    @Override
    public boolean wantsForecasts() {
        return !forecasts.isEmpty();
    }

    @Override
    public void forecast(OpenDocument document, Analysis project, boolean last) {
        forecasts.forEach(l -> l.forecast(document.uri(), document.version(), project, last));
    }

    @Override
    public Optional<AnalysedFile> latest(String uri) {
        return Optional.ofNullable(latest.get(uri));
    }

    void computing(OpenDocument document) {
        listeners.forEach(l -> l.computing(document.uri(), document.version()));
    }

    @Override
    public void analysed(OpenDocument document, AnalysedFile file) {
        latest.put(document.uri(), file);
        PublishDiagnosticsParams diagnostics =
                new PublishDiagnosticsParams(document.uri(), Diagnostics.of(document, file));
        diagnostics.setVersion(document.version());
        client.ifPresent(c -> c.publishDiagnostics(diagnostics));
        listeners.forEach(l -> l.analysed(document.uri(), document.version(), file));
    }

    @Override
    public void failed(OpenDocument document, RuntimeException failure) {
        client.ifPresent(
                c ->
                        c.logMessage(
                                new MessageParams(
                                        MessageType.Error,
                                        "the analysis of "
                                                + document.name()
                                                + " failed: "
                                                + failure)));
    }

    void closed(String uri) {
        latest.remove(uri);
        client.ifPresent(c -> c.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
        listeners.forEach(l -> l.closed(uri));
    }
}
