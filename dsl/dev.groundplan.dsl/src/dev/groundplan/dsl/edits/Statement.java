package dev.groundplan.dsl.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
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
        List<INode> parts = parts(node, block);
        // the first part is the word that opens the block
        for (int i = 1; i < parts.size(); i++) {
            INode part = parts.get(i);
            if (part instanceof ILeafNode leaf) {
                if (assignment(leaf) == null && isWord(leaf, property)) {
                    return Optional.of(new Statement(leaf.getOffset(), end(parts, i)));
                }
            } else if (part instanceof ICompositeNode inner && begins(inner, property)) {
                return Optional.of(new Statement(part.getOffset(), part.getEndOffset()));
            }
        }
        return Optional.empty();
    }

    /** What the block's rule consists of: its own words, and each value or inner block as one. */
    private static List<INode> parts(ICompositeNode node, EObject block) {
        List<INode> parts = new ArrayList<>();
        for (INode child : node.getChildren()) {
            if (child instanceof ILeafNode leaf) {
                if (!leaf.isHidden() && leaf.getLength() > 0) {
                    parts.add(leaf);
                }
            } else if (child instanceof ICompositeNode inner) {
                if (assignment(inner) == null && inner.getSemanticElement() == block) {
                    parts.addAll(parts(inner, block));
                } else {
                    parts.add(inner);
                }
            }
        }
        return parts;
    }

    /** A value ends before the first part that goes to another feature; commas join its items. */
    private static int end(List<INode> parts, int word) {
        int end = parts.get(word).getEndOffset();
        String feature = null;
        for (INode part : parts.subList(word + 1, parts.size())) {
            Assignment assignment = assignment(part);
            if (assignment == null) {
                if (feature != null && part.getText().strip().equals(",")) {
                    continue;
                }
                break;
            }
            if (feature != null && !feature.equals(assignment.getFeature())) {
                break;
            }
            feature = assignment.getFeature();
            end = part.getEndOffset();
        }
        return end;
    }

    private static Assignment assignment(INode node) {
        return node.getGrammarElement() == null
                ? null
                : GrammarUtil.containingAssignment(node.getGrammarElement());
    }

    private static boolean begins(ICompositeNode node, String property) {
        List<ILeafNode> leaves = visible(node);
        return !leaves.isEmpty() && isWord(leaves.getFirst(), property);
    }

    private static boolean isWord(ILeafNode leaf, String property) {
        return leaf.getGrammarElement() instanceof Keyword && leaf.getText().equals(property);
    }

    /** The words before the brace of a block, without its label. */
    static String head(ICompositeNode block) {
        StringBuilder words = new StringBuilder();
        for (ILeafNode leaf : visible(block)) {
            if (leaf.getText().equals("{")) {
                break;
            }
            if (!leaf.getText().startsWith("\"")) {
                words.append(words.isEmpty() ? "" : " ").append(leaf.getText());
            }
        }
        return words.toString();
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
