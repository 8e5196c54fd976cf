package dev.groundplan.server;

import java.util.List;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** Parameters of the protocol, shorter. */
final class Documents {
    static final String URI = "file:///plans/one.genai";

    private Documents() {}

    static TextDocumentIdentifier id() {
        return new TextDocumentIdentifier(URI);
    }

    static DidOpenTextDocumentParams open(String text) {
        return new DidOpenTextDocumentParams(new TextDocumentItem(URI, "genai", 1, text));
    }

    static DidChangeTextDocumentParams change(int version, String text) {
        return new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, version),
                List.of(new TextDocumentContentChangeEvent(text)));
    }

    static DidChangeTextDocumentParams replace(
            int version, int line, int from, int to, String text) {
        return new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, version),
                List.of(
                        new TextDocumentContentChangeEvent(
                                new Range(new Position(line, from), new Position(line, to)),
                                text)));
    }

    static DidCloseTextDocumentParams close() {
        return new DidCloseTextDocumentParams(id());
    }

    /** The position of the first place where a text stands, so many characters in. */
    static Position at(String text, String word, int inside) {
        return new LineIndex(text).position(text.indexOf(word) + inside);
    }
}
