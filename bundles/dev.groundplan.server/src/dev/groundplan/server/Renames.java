package dev.groundplan.server;

import dev.groundplan.dsl.edits.Renaming;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Renaming in the protocol's terms. Must run where the engine may be used. */
final class Renames {
    private final TextAnalysis analysis;

    Renames(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The name at the position; null where nothing can be renamed. */
    Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> at(
            OpenDocument document, Position position) {
        return analysis.renaming(document.path(), document.text())
                .at(document.lines().offset(position))
                .map(
                        place ->
                                Either3
                                        .<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>
                                                forSecond(
                                                        new PrepareRenameResult(
                                                                document.lines()
                                                                        .range(
                                                                                place.offset(),
                                                                                place.length()),
                                                                place.name())))
                .orElse(null);
    }

    /**
     * @param open every document, whose text counts instead of that of its file
     */
    WorkspaceEdit rename(
            OpenDocument document, Position position, String name, List<OpenDocument> open) {
        Map<Path, OpenDocument> byPath = new HashMap<>();
        open.forEach(other -> byPath.put(other.path().normalize(), other));
        Map<Path, String> texts = new HashMap<>();
        byPath.forEach((path, other) -> texts.put(path, other.text()));
        Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
        try {
            analysis.renaming(document.path(), document.text())
                    .rename(document.lines().offset(position), name, texts)
                    .forEach(
                            file -> {
                                OpenDocument its = byPath.get(file.path());
                                String uri =
                                        its == null ? file.path().toUri().toString() : its.uri();
                                edits.put(
                                        uri,
                                        new OpenDocument(uri, 0, file.text()).edits(file.edits()));
                            });
        } catch (Renaming.Refused e) {
            throw new ResponseErrorException(
                    new ResponseError(ResponseErrorCode.RequestFailed, e.getMessage(), null));
        }
        return new WorkspaceEdit(edits);
    }
}
