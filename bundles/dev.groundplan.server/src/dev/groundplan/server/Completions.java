package dev.groundplan.server;

import dev.groundplan.dsl.ide.Completion;
import dev.groundplan.dsl.ide.Proposal;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Proposals of the language in the protocol's terms. */
final class Completions {
    private final Completion completion;

    Completions(CatalogueText catalogue) {
        completion = new Completion(catalogue::catalogue);
    }

    List<CompletionItem> at(OpenDocument document, Position position) {
        int offset = document.lines().offset(position);
        return completion.at(document.text(), offset).stream()
                .map(proposal -> item(document, proposal))
                .toList();
    }

    private static CompletionItem item(OpenDocument document, Proposal proposal) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(
                switch (proposal.kind()) {
                    case BLOCK -> CompletionItemKind.Module;
                    case PROPERTY -> CompletionItemKind.Property;
                    case NAME -> CompletionItemKind.Reference;
                    case WORD -> CompletionItemKind.EnumMember;
                    case VALUE -> CompletionItemKind.Value;
                    case UNIT -> CompletionItemKind.Unit;
                });
        item.setDetail(proposal.detail());
        item.setTextEdit(
                Either.forLeft(
                        new TextEdit(
                                document.lines().range(proposal.offset(), proposal.length()),
                                proposal.text())));
        return item;
    }
}
