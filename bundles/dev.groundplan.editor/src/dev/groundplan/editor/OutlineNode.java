package dev.groundplan.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.DocumentSymbol;

/**
 * A block in the outline. Two are equal when they are the same block of two texts, so that the tree
 * keeps what is expanded and selected.
 *
 * @param path the names on the way to it, a number behind a name that is there twice
 */
record OutlineNode(
        List<String> path, String name, String keyword, IRegion head, List<OutlineNode> children) {

    static List<OutlineNode> of(
            IDocument document, List<String> parent, List<DocumentSymbol> symbols) {
        List<OutlineNode> nodes = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (DocumentSymbol symbol : symbols) {
            String detail = Optional.ofNullable(symbol.getDetail()).orElse("");
            String id = detail + ' ' + symbol.getName();
            List<String> path = new ArrayList<>(parent);
            path.add(id + seen.merge(id, 1, Integer::sum));
            nodes.add(
                    new OutlineNode(
                            List.copyOf(path),
                            symbol.getName(),
                            detail,
                            DocumentPlaces.region(document, symbol.getSelectionRange()),
                            of(document, path, symbol.getChildren())));
        }
        return nodes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutlineNode node && node.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
