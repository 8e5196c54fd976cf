package dev.groundplan.dsl.parsing;

import dev.groundplan.core.analysis.Similar;
import dev.groundplan.dsl.conversion.Quotation;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.Stray;
import dev.groundplan.dsl.scanner.GenaiLexer;
import dev.groundplan.dsl.scanner.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * What to say of text that its block does not know.
 *
 * @param node where to say it
 * @param suggestions words that were probably meant
 */
record StrayText(INode node, String message, List<String> suggestions) {

    /** Whether no other stray stands before this one on its line. */
    static boolean begins(INode node) {
        INode before = node.getPreviousSibling();
        while (before instanceof ILeafNode leaf && leaf.isHidden()) {
            before = before.getPreviousSibling();
        }
        return before == null
                || before.getEndLine() != node.getStartLine()
                || !(NodeModelUtils.findActualSemanticObjectFor(before) instanceof Stray);
    }

    static StrayText of(Stray stray, INode node) {
        INode first = firstLeaf(node);
        String text = first.getText();
        char c = text.charAt(0);
        if (Character.isLetter(c) || c == '_') {
            return word(stray.eContainer(), first, text);
        }
        String message =
                switch (text) {
                    case "}" -> "`}` closes nothing";
                    case "{" ->
                            stray.getText() == null
                                    ? "a block does not belong here"
                                    : "blocks nest more than 100 deep here";
                    case "/*" -> "this comment has no end";
                    default -> other(text);
                };
        return new StrayText(first, message, List.of());
    }

    private static INode firstLeaf(INode node) {
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (!leaf.isHidden() && leaf.getLength() > 0) {
                return leaf;
            }
        }
        return node;
    }

    private static String other(String text) {
        int c = text.codePointAt(0);
        if (c > 127 || c < ' ') {
            return String.format("the character U+%04X means nothing here", c);
        }
        return text.startsWith("\"")
                ? "this text belongs to nothing"
                : Quotation.of(text) + " belongs to nothing here";
    }

    private static StrayText word(EObject block, INode node, String word) {
        Vocabulary vocabulary = GenaiLexer.vocabulary();
        List<String> similar = Similar.to(word, vocabulary.wordsIn(block.eClass().getName()));
        String place =
                block instanceof GenaiFile ? "at the top level" : "in `" + keyword(block) + "`";
        String message = Quotation.of(word) + " is not known " + place;
        List<String> homes = vocabulary.blocksWith(word);
        if (!similar.isEmpty()) {
            message += "; did you mean `" + similar.getFirst() + "`?";
        } else if (!homes.isEmpty()) {
            message +=
                    "; it belongs in "
                            + homes.stream()
                                    .limit(3)
                                    .map(home -> "`" + home + "`")
                                    .collect(Collectors.joining(" or "));
        }
        return new StrayText(node, message, similar);
    }

    private static String keyword(EObject block) {
        INode node = NodeModelUtils.findActualNodeFor(block);
        return node == null ? block.eClass().getName() : firstLeaf(node).getText();
    }
}
