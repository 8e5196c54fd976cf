package dev.groundplan.dsl;

import dev.groundplan.dsl.model.Declaration;
import dev.groundplan.dsl.scanner.GenaiLexer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Takes declarations apart into what is written behind each of their words. */
final class EntryReading {
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final StringBuilder value = new StringBuilder();
    private final Set<String> words;
    private String word = "";
    private String head = "";
    private int depth;

    private EntryReading(Declaration declaration) {
        words = GenaiLexer.vocabulary().wordsIn(declaration.eClass().getName());
    }

    /** In the order of the text. */
    static List<CatalogueEntry> of(ParsedFile file) {
        List<CatalogueEntry> entries = new ArrayList<>();
        file.file()
                .ifPresent(
                        root ->
                                root.getDeclarations()
                                        .forEach(
                                                one ->
                                                        entries.add(
                                                                new EntryReading(one).read(one))));
        return entries;
    }

    private CatalogueEntry read(Declaration declaration) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
        String kind = "";
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (leaf.isHidden() || leaf.getLength() == 0) {
                continue;
            }
            if (kind.isEmpty()) {
                kind = leaf.getText();
            } else {
                take(leaf);
            }
        }
        end();
        String name = declaration.getName() == null ? head : declaration.getName();
        return new CatalogueEntry(kind, name, properties);
    }

    private void take(ILeafNode leaf) {
        String text = leaf.getText();
        if (text.equals("}")) {
            depth--;
        }
        boolean outer = text.equals(depth == 0 ? "}" : "") || text.equals("{") && depth == 0;
        if (outer) {
            end();
        } else if (depth == 1
                && leaf.getGrammarElement() instanceof Keyword
                && words.contains(text)) {
            end();
            word = text;
        } else {
            value.append(value.isEmpty() ? "" : " ").append(text);
        }
        if (text.equals("{")) {
            depth++;
        }
    }

    private void end() {
        if (!value.isEmpty()) {
            properties.merge(word, value.toString(), (before, more) -> before + "; " + more);
            head = word.isEmpty() ? value.toString() : head;
        }
        value.setLength(0);
        word = "";
    }
}
