package dev.groundplan.dsl.parsing;

import dev.groundplan.dsl.conversion.Quotation;
import dev.groundplan.dsl.model.Stray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Everything that is wrong with the syntax of a text: what the parser could not read, what no block knows, which braces
 * the scanner had to supply.
 */
public final class Problems {
    /** A file that is no plan at all would give as many problems as it has lines. */
    private static final int MOST = 500;

    private final XtextResource resource;
    private final List<SyntaxProblem> found = new ArrayList<>();
    private final Set<Integer> linesInError = new HashSet<>();
    private boolean balanced;

    private Problems(XtextResource resource) {
        this.resource = resource;
    }

    /** By offset; at most one at each place. */
    public static List<SyntaxProblem> of(XtextResource resource) {
        if (resource.getParseResult() == null) {
            return List.of();
        }
        Problems problems = new Problems(resource);
        problems.braces();
        problems.errors();
        problems.strays();
        problems.openEnd();
        return problems.ordered();
    }

    private List<SyntaxProblem> ordered() {
        found.sort(Comparator.comparingInt(SyntaxProblem::offset));
        List<SyntaxProblem> ordered = new ArrayList<>();
        for (SyntaxProblem problem : found) {
            boolean first = ordered.isEmpty() || ordered.getLast().offset() != problem.offset();
            if (first && ordered.size() < MOST) {
                ordered.add(problem);
            }
        }
        return List.copyOf(ordered);
    }

    /** A brace that the scanner supplied is a token without characters; the word behind it shows the place. */
    private void braces() {
        int depth = 0;
        ILeafNode supplied = null;
        for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            if (leaf.isHidden()) {
                continue;
            }
            if (leaf.getLength() == 0) {
                supplied =
                        supplied == null && leaf.getGrammarElement() instanceof Keyword
                                ? leaf
                                : supplied;
                continue;
            }
            if (supplied != null) {
                String brace = ((Keyword) supplied.getGrammarElement()).getValue();
                add(
                        leaf,
                        "`" + brace + "` is missing before " + Quotation.of(leaf.getText()),
                        List.of());
                supplied = null;
            }
            depth += leaf.getText().equals("{") ? 1 : leaf.getText().equals("}") ? -1 : 0;
        }
        balanced = depth == 0;
    }

    private void errors() {
        for (INode node : resource.getParseResult().getSyntaxErrors()) {
            if (!isOpenEnd(node)) {
                add(node, node.getSyntaxErrorMessage().getMessage(), List.of());
                if (!SyntaxMessages.UNREADABLE.equals(
                        node.getSyntaxErrorMessage().getIssueCode())) {
                    linesInError.add(node.getStartLine());
                }
            }
        }
    }

    private static boolean isOpenEnd(INode node) {
        String[] data = node.getSyntaxErrorMessage().getIssueData();
        return data != null && data.length > 0 && data[0].equals(SyntaxMessages.END);
    }

    /** One problem for each run of strays on a line, at its first word; what follows an error on its line is its debris. */
    private void strays() {
        for (TreeIterator<EObject> all = resource.getAllContents(); all.hasNext(); ) {
            if (all.next() instanceof Stray stray) {
                all.prune();
                INode node = NodeModelUtils.findActualNodeFor(stray);
                if (node != null
                        && StrayText.begins(node)
                        && !linesInError.contains(node.getStartLine())) {
                    StrayText text = StrayText.of(stray, node);
                    add(text.node(), text.message(), text.suggestions());
                }
            }
        }
    }

    /** A block that is open at the end of the file, unless that only follows from an earlier mistake. */
    private void openEnd() {
        for (INode node : resource.getParseResult().getSyntaxErrors()) {
            if (isOpenEnd(node) && (found.isEmpty() || !balanced)) {
                add(node, node.getSyntaxErrorMessage().getMessage(), List.of());
                return;
            }
        }
    }

    private void add(INode node, String message, List<String> suggestions) {
        int length = Math.max(1, node.getLength());
        found.add(
                new SyntaxProblem(
                        node.getOffset(), length, node.getStartLine(), message, suggestions));
    }
}
