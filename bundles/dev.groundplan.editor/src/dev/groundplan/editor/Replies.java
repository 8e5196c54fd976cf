package dev.groundplan.editor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.Platform;

/** Waits for what the server answers, but never so long that the editor seems to hang. */
final class Replies {
    private Replies() {}

    /** The answer; empty when there is none, or none in time. */
    static <T> Optional<T> await(CompletableFuture<T> reply, Duration atMost) {
        try {
            return Optional.ofNullable(reply.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | CancellationException e) {
            return Optional.empty(); // the text has moved on, or will have when the answer comes
        } catch (ExecutionException e) {
            Platform.getLog(Replies.class).error("the language server failed", e.getCause());
            return Optional.empty();
        }
    }
}
