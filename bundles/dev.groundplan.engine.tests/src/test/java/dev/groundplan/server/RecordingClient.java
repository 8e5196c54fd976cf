package dev.groundplan.server;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Keeps what the server sends. */
final class RecordingClient implements LanguageClient {
    final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    final BlockingQueue<String> logged = new LinkedBlockingQueue<>();

    /** The diagnostics of this version; those of others on the way are skipped. */
    List<Diagnostic> diagnostics(int version) throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = published.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no diagnostics of version " + version);
            }
            if (next.getVersion() != null && next.getVersion() == version) {
                return next.getDiagnostics();
            }
        }
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void logMessage(MessageParams message) {
        logged.add(message.getMessage());
    }

    @Override
    public void showMessage(MessageParams message) {
        logged.add(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
            ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object event) {
        throw new AssertionError("there is no telemetry");
    }
}
