package dev.groundplan.dsl.blocks;

import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.dsl.model.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Between blocks of the text and the identities of subjects: a block is known by its name, one
 * without a name by its keyword, under the block that holds it.
 */
public final class SubjectPaths {
    private SubjectPaths() {}

    /** The identity of the block that is, or holds, this object. */
    public static SubjectId of(EObject object) {
        Deque<String> segments = new ArrayDeque<>();
        for (EObject at = object; at != null && at.eContainer() != null; at = at.eContainer()) {
            segments.addFirst(segment(at));
        }
        return segments.isEmpty() ? SubjectId.of("file") : new SubjectId(List.copyOf(segments));
    }

    /** The block with this identity. */
    public static Optional<EObject> find(Resource resource, SubjectId id) {
        if (resource.getContents().isEmpty()) {
            return Optional.empty();
        }
        EObject at = resource.getContents().getFirst();
        for (String segment : id.segments()) {
            EObject next = child(at, segment);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private static EObject child(EObject parent, String segment) {
        for (EObject child : parent.eContents()) {
            if (segment(child).equals(segment)) {
                return child;
            }
        }
        return null;
    }

    private static String segment(EObject block) {
        if (block instanceof Named named && named.getName() != null) {
            return named.getName();
        }
        return keyword(block);
    }

    /** The word that opens the block. */
    public static String keyword(EObject block) {
        ICompositeNode node = NodeModelUtils.getNode(block);
        if (node != null) {
            for (ILeafNode leaf : node.getLeafNodes()) {
                if (!leaf.isHidden() && leaf.getLength() > 0) {
                    return leaf.getText();
                }
            }
        }
        return block.eClass().getName();
    }
}
