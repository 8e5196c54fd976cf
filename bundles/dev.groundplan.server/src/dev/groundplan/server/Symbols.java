package dev.groundplan.server;

import dev.groundplan.dsl.ide.Block;
import dev.groundplan.dsl.ide.Blocks;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** The blocks of a file as an outline and as foldable ranges. */
final class Symbols {
    private static final Set<String> STEPS =
            Set.of("prompt", "fine-tune", "reinforce", "pretrain", "distil", "prune", "quantise");

    private Symbols() {}

    static List<DocumentSymbol> outline(OpenDocument document) {
        return Blocks.of(document.text()).stream().map(block -> symbol(document, block)).toList();
    }

    private static DocumentSymbol symbol(OpenDocument document, Block block) {
        DocumentSymbol symbol =
                new DocumentSymbol(
                        block.name().isEmpty() ? block.keyword() : block.name(),
                        kind(block),
                        range(document, block.offset(), block.end()),
                        range(document, block.offset(), block.headEnd()));
        if (!block.name().isEmpty()) {
            symbol.setDetail(block.keyword());
        }
        symbol.setChildren(block.children().stream().map(c -> symbol(document, c)).toList());
        return symbol;
    }

    private static SymbolKind kind(Block block) {
        if (block.keyword().equals("project")) {
            return SymbolKind.Module;
        }
        if (STEPS.contains(block.keyword())) {
            return SymbolKind.Function;
        }
        return block.name().isEmpty() ? SymbolKind.Namespace : SymbolKind.Object;
    }

    private static Range range(OpenDocument document, int from, int to) {
        return document.lines().range(from, to - from);
    }

    static List<FoldingRange> folding(OpenDocument document) {
        return Blocks.of(document.text()).stream()
                .flatMap(Block::all)
                .map(
                        block ->
                                new FoldingRange(
                                        document.lines().line(block.offset()),
                                        document.lines().line(Math.max(0, block.end() - 1))))
                .filter(range -> range.getEndLine() > range.getStartLine())
                .toList();
    }
}
