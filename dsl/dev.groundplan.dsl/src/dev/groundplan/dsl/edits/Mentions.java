package dev.groundplan.dsl.edits;

import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.dsl.blocks.NameSpace;
import dev.groundplan.dsl.model.Deployment;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.ModelChoice;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Waiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Where a declaration is named: where it is declared, and wherever something refers to it. */
final class Mentions {
    private static final String ESCAPE = "^";

    /**
     * A name in a file.
     *
     * @param offset of the name, behind a {@code ^}
     */
    record Mention(Resource resource, int offset, int length, boolean escaped) {
        TextEdit edit(String name, boolean escape) {
            return new TextEdit(offset, length, escape && !escaped ? ESCAPE + name : name);
        }
    }

    private Mentions() {}

    /** In all of these files, by file. */
    static List<Mention> of(Named target, Collection<? extends Resource> resources) {
        Set<EObject> targets = together(target);
        List<Mention> mentions = new ArrayList<>();
        for (Resource resource : resources) {
            for (TreeIterator<EObject> all = resource.getAllContents(); all.hasNext(); ) {
                EObject object = all.next();
                if (targets.contains(object)) {
                    add(object, GenaiPackage.Literals.NAMED__NAME, mentions);
                }
                if (object instanceof Waiver waiver && isIn(waiver, target)) {
                    add(object, GenaiPackage.Literals.WAIVER__IN, mentions);
                }
                references(object, targets, mentions);
            }
        }
        return mentions;
    }

    /**
     * What has this name and means the same: a scenario or a task takes up a block of the project
     * by its name, a deployment is called as its model.
     */
    static Set<EObject> together(Named target) {
        Set<EObject> targets = Collections.newSetFromMap(new IdentityHashMap<>());
        targets.add(target);
        EObject project = project(target);
        if (project != null && target.getName() != null) {
            for (TreeIterator<EObject> all = project.eAllContents(); all.hasNext(); ) {
                if (all.next() instanceof Named other
                        && target.getName().equals(other.getName())
                        && space(other).equals(space(target))) {
                    targets.add(other);
                }
            }
        }
        return targets;
    }

    /** The project around a block; null for a project and for what stands outside of one. */
    static EObject project(EObject block) {
        EObject at = block.eContainer();
        while (at != null && !(at instanceof Project)) {
            at = at.eContainer();
        }
        return at;
    }

    /** Names differ within one. */
    static String space(Named named) {
        return named instanceof Deployment || named instanceof ModelChoice
                ? "choice"
                : NameSpace.of(named.eClass());
    }

    /** A project's waiver names a block of it. */
    private static boolean isIn(Waiver waiver, Named target) {
        return target.getName() != null
                && target.getName().equals(waiver.getIn())
                && project(waiver) != null
                && project(waiver) == project(target);
    }

    private static void references(EObject owner, Set<EObject> targets, List<Mention> mentions) {
        for (EReference reference : owner.eClass().getEAllReferences()) {
            if (reference.isContainment() || reference.isContainer() || !owner.eIsSet(reference)) {
                continue;
            }
            Object value = owner.eGet(reference);
            List<?> all = value instanceof List<?> many ? many : List.of(value);
            List<INode> nodes = null;
            for (int i = 0; i < all.size(); i++) {
                if (targets.contains(all.get(i))) {
                    nodes = nodes == null ? nodes(owner, reference) : nodes;
                    // `project`, `serve` and their like are words for it and not its name
                    if (i < nodes.size() && isNamed(nodes.get(i), (Named) all.get(i))) {
                        mentions.add(mention(owner, nodes.get(i)));
                    }
                }
            }
        }
    }

    private static boolean isNamed(INode node, Named target) {
        String written = NodeModelUtils.getTokenText(node);
        return written.equals(target.getName()) || written.equals(ESCAPE + target.getName());
    }

    private static List<INode> nodes(EObject owner, EStructuralFeature feature) {
        return NodeModelUtils.findNodesForFeature(owner, feature);
    }

    private static void add(EObject owner, EStructuralFeature feature, List<Mention> mentions) {
        nodes(owner, feature).forEach(node -> mentions.add(mention(owner, node)));
    }

    private static Mention mention(EObject owner, INode node) {
        boolean escaped = NodeModelUtils.getTokenText(node).startsWith(ESCAPE);
        int skipped = escaped ? 1 : 0;
        return new Mention(
                owner.eResource(), node.getOffset() + skipped, node.getLength() - skipped, escaped);
    }
}
