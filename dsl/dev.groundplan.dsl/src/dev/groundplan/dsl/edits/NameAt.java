package dev.groundplan.dsl.edits;

import dev.groundplan.dsl.edits.Mentions.Mention;
import dev.groundplan.dsl.model.Named;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The name at a place of a text and what it is the name of.
 *
 * @param mention that which is at the place
 */
record NameAt(Named target, Mention mention) {

    /** At the offset, or ending there. */
    static Optional<NameAt> find(XtextResource resource, int offset) {
        if (resource.getParseResult() == null) {
            return Optional.empty();
        }
        INode root = resource.getParseResult().getRootNode();
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        Optional<NameAt> found = leaf == null ? Optional.empty() : around(resource, leaf, offset);
        if (found.isPresent() || offset == 0) {
            return found;
        }
        ILeafNode before = NodeModelUtils.findLeafNodeAtOffset(root, offset - 1);
        return before == null ? Optional.empty() : around(resource, before, offset - 1);
    }

    /** The block around the leaf is what it names or what refers to something by it. */
    private static Optional<NameAt> around(Resource resource, ILeafNode leaf, int offset) {
        EObject owner = NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (owner == null || leaf.isHidden()) {
            return Optional.empty();
        }
        Optional<NameAt> own =
                owner instanceof Named named ? mention(named, resource, offset) : Optional.empty();
        return own.or(() -> referred(owner, resource, offset));
    }

    private static Optional<NameAt> referred(EObject owner, Resource resource, int offset) {
        for (EReference reference : owner.eClass().getEAllReferences()) {
            if (reference.isContainment() || reference.isContainer() || !owner.eIsSet(reference)) {
                continue;
            }
            for (INode node : NodeModelUtils.findNodesForFeature(owner, reference)) {
                if (offset < node.getOffset() || offset >= node.getEndOffset()) {
                    continue;
                }
                for (EObject target : targets(owner, reference)) {
                    if (target instanceof Named named && !named.eIsProxy()) {
                        Optional<NameAt> found = mention(named, resource, offset);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Iterable<EObject> targets(EObject owner, EReference reference) {
        Object value = owner.eGet(reference);
        return value instanceof Iterable<?> many
                ? (Iterable<EObject>) many
                : Set.of((EObject) value);
    }

    private static Optional<NameAt> mention(Named named, Resource resource, int offset) {
        return Mentions.of(named, Set.of(resource)).stream()
                .filter(m -> offset >= m.offset() - 1 && offset < m.offset() + m.length())
                .filter(m -> m.escaped() || offset >= m.offset())
                .findFirst()
                .map(m -> new NameAt(named, m));
    }
}
