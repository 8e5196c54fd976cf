package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Layer;
import dev.groundplan.core.plan.LineStarts;
import dev.groundplan.core.plan.SourceRange;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Offsets of one file's text as lines and columns. */
public final class Locations {
    private final String file;
    private final String text;
    private final LineStarts lines;
    private final Layer layer;

    /**
     * Of a file of the user's.
     *
     * @param file the name as the user gave it
     */
    public Locations(String file, String text) {
        this(file, text, Layer.FILE);
    }

    /**
     * @param layer that the file belongs to
     */
    Locations(String file, String text, Layer layer) {
        this.file = file;
        this.text = text;
        this.lines = new LineStarts(text);
        this.layer = layer;
    }

    Layer layer() {
        return layer;
    }

    /** The name as the user gave it. */
    String file() {
        return file;
    }

    /** The stretch of so many UTF-16 units. */
    public SourceRange range(int offset, int size) {
        int from = Math.clamp(offset, 0, text.length());
        int to = Math.clamp((long) from + Math.max(0, size), from, text.length());
        return new SourceRange(
                file,
                from,
                to - from,
                lines.line(from),
                lines.column(from),
                lines.line(to),
                lines.column(to));
    }

    /** What stands there. */
    String text(SourceRange range) {
        return text.substring(range.offset(), range.offset() + range.length());
    }

    SourceRange range(INode node) {
        return range(node.getOffset(), node.getLength());
    }

    /** The whole block. */
    public SourceRange range(EObject object) {
        INode node = NodeModelUtils.findActualNodeFor(object);
        return node == null ? SourceRange.NOWHERE : range(node);
    }

    /** What a block says of a property, its first part where those are blocks too. */
    SourceRange range(EObject block, EStructuralFeature feature) {
        if (feature instanceof EReference reference && reference.isContainment()) {
            Object value = block.eGet(feature);
            return range((EObject) (value instanceof List<?> many ? many.getFirst() : value));
        }
        List<INode> nodes = NodeModelUtils.findNodesForFeature(block, feature);
        if (nodes.isEmpty()) {
            return SourceRange.NOWHERE;
        }
        int start = nodes.getFirst().getOffset();
        return range(start, nodes.getLast().getEndOffset() - start);
    }

    /** Each value of a property that is no block. */
    List<SourceRange> ranges(EObject block, EStructuralFeature feature) {
        return NodeModelUtils.findNodesForFeature(block, feature).stream()
                .map(this::range)
                .toList();
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
}
