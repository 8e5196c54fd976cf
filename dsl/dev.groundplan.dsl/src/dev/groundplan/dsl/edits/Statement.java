package dev.groundplan.dsl.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The stretch of a property in its block: from its word to the end of its value.
 *
 * @param start offset of the property's word
 * @param end offset behind the last character of its value
 */
record Statement(int start, int end) {

    /** The property of a block, looked for on the block's own level only. */
    static Optional<Statement> find(EObject block, String property) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(block);
        if (node == null) {
            return Optional.empty();
        }
        List<ILeafNode> leaves = visible(node);
        int depth = 0;
        for (int i = 0; i < leaves.size(); i++) {
            ILeafNode leaf = leaves.get(i);
            depth += depthChange(leaf);
            boolean opensBlock = i == 0;
            if (!opensBlock && depth <= 1 && isKeyword(leaf) && leaf.getText().equals(property)) {
                return Optional.of(new Statement(leaf.getOffset(), end(leaves, i)));
            }
        }
        return Optional.empty();
    }

    /** A value ends before the next property of the block, or before the block does. */
    private static int end(List<ILeafNode> leaves, int from) {
        int depth = 0;
        int end = leaves.get(from).getEndOffset();
        for (int i = from + 1; i < leaves.size(); i++) {
            ILeafNode leaf = leaves.get(i);
            int change = depthChange(leaf);
            if (depth == 0 && (change < 0 || startsProperty(leaves.get(from), leaf))) {
                break;
            }
            depth += change;
            end = leaf.getEndOffset();
        }
        return end;
    }

    /** Words inside a value stand on the line of its first word; a property's word is on the block's level. */
    private static boolean startsProperty(ILeafNode first, ILeafNode leaf) {
        return isKeyword(leaf)
                && Character.isLetter(leaf.getText().charAt(0))
                && leaf.getParent() == first.getParent();
    }

    private static int depthChange(ILeafNode leaf) {
        return switch (leaf.getText()) {
            case "{" -> 1;
            case "}" -> -1;
            default -> 0;
        };
    }

    private static boolean isKeyword(ILeafNode leaf) {
        return leaf.getGrammarElement() instanceof Keyword;
    }

    static List<ILeafNode> visible(ICompositeNode node) {
        List<ILeafNode> leaves = new ArrayList<>();
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (!leaf.isHidden() && leaf.getLength() > 0) {
                leaves.add(leaf);
            }
        }
        return leaves;
    }
}
