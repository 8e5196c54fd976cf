package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.SourceRange;
import java.util.Arrays;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Offsets of one file's text as lines and columns. */
public final class Locations {
    private final String file;
    private final int length;
    private final int[] lineStarts;

    /**
     * @param file the name as the user gave it
     */
    public Locations(String file, String text) {
        this.file = file;
        this.length = text.length();
        int[] starts = new int[16];
        int lines = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = i + 1;
        }
        this.lineStarts = Arrays.copyOf(starts, lines);
    }

    /** The stretch of so many UTF-16 units. */
    public SourceRange range(int offset, int size) {
        int from = Math.clamp(offset, 0, length);
        int to = Math.clamp((long) from + Math.max(0, size), from, length);
        int line = line(from);
        int endLine = line(to);
        return new SourceRange(
                file,
                from,
                to - from,
                line + 1,
                from - lineStarts[line] + 1,
                endLine + 1,
                to - lineStarts[endLine] + 1);
    }

    SourceRange range(INode node) {
        return range(node.getOffset(), node.getLength());
    }

    /** The whole block. */
    public SourceRange range(EObject object) {
        INode node = NodeModelUtils.findActualNodeFor(object);
        return node == null ? SourceRange.NOWHERE : range(node);
    }

    /** The block's words before its brace: what a mark about the whole block should lie under. */
    SourceRange header(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        if (node == null) {
            return SourceRange.NOWHERE;
        }
        int start = -1;
        int end = node.getOffset();
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (leaf.isHidden() || leaf.getLength() == 0) {
                continue;
            }
            if (leaf.getText().equals("{")) {
                break;
            }
            start = start < 0 ? leaf.getOffset() : start;
            end = leaf.getEndOffset();
        }
        return start < 0 ? range(node) : range(start, end - start);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
