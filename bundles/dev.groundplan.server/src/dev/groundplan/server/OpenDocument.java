package dev.groundplan.server;

import dev.groundplan.core.analysis.TextEdit;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** One version of a document that a client has open. */
record OpenDocument(String uri, int version, String text, LineIndex lines) {
    OpenDocument(String uri, int version, String text) {
        this(uri, version, text, new LineIndex(text));
    }

    /**
     * The document after these changes, each of which refers to the text left by the one before.
     */
    OpenDocument after(int newVersion, List<TextDocumentContentChangeEvent> changes) {
        OpenDocument document = this;
        for (TextDocumentContentChangeEvent change : changes) {
            document = new OpenDocument(uri, newVersion, document.changed(change));
        }
        return document;
    }

    private String changed(TextDocumentContentChangeEvent change) {
        if (change.getRange() == null) {
            return change.getText();
        }
        int from = lines.offset(change.getRange().getStart());
        int to = Math.max(from, lines.offset(change.getRange().getEnd()));
        return text.substring(0, from) + change.getText() + text.substring(to);
    }

    /** Edits of this text in the protocol's terms. */
    List<org.eclipse.lsp4j.TextEdit> edits(List<TextEdit> edits) {
        return edits.stream()
                .map(
                        edit ->
                                new org.eclipse.lsp4j.TextEdit(
                                        lines.range(edit.offset(), edit.length()), edit.newText()))
                .toList();
    }

    /** Where the text would be saved; a document without a file is in the working folder. */
    Path path() {
        try {
            URI address = URI.create(uri);
            if ("file".equals(address.getScheme())) {
                return Path.of(address).toAbsolutePath();
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // not the address of a local file: treated like an unsaved one
        }
        return Path.of("untitled.genai").toAbsolutePath();
    }

    String name() {
        return path().getFileName() == null ? uri : path().getFileName().toString();
    }
}
