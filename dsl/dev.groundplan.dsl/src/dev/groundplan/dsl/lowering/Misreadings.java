package dev.groundplan.dsl.lowering;

import dev.groundplan.core.analysis.Similar;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.dsl.blocks.NameSpace;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.DatedQuantity;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Quantity;
import dev.groundplan.dsl.model.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Everything in a parsed file that has no meaning, apart from its syntax: one walk. */
final class Misreadings {
    private final Locations locations;
    private final NameSpaces names;
    private final Map<String, RoleRate> rates;
    private final PriorChecks priors;
    private final List<Misreading> found = new ArrayList<>();

    /**
     * @param rates of roles that can be bought
     * @param priors constants of the catalogue around the file
     */
    Misreadings(
            Locations locations,
            NameSpaces names,
            Map<String, RoleRate> rates,
            Map<String, Prior> priors) {
        this.rates = rates;
        this.priors = new PriorChecks(locations, priors);
        this.locations = locations;
        this.names = names;
    }

    List<Misreading> of(EObject root) {
        ValueChecks values = new ValueChecks(locations);
        MeaningChecks meaning = new MeaningChecks(locations);
        duplicates(root);
        for (TreeIterator<EObject> all = root.eAllContents(); all.hasNext(); ) {
            EObject block = all.next();
            if (block instanceof Quantity) {
                found.addAll(DateChecks.of(block, locations));
                all.prune();
                continue;
            }
            values.check(block);
            found.addAll(DateChecks.of(block, locations));
            meaning.check(block);
            found.addAll(priors.of(block));
            references(block);
            duplicates(block);
        }
        found.addAll(values.found());
        found.addAll(meaning.found());
        return found;
    }

    private void references(EObject block) {
        for (EReference reference : block.eClass().getEAllReferences()) {
            if (reference.isContainment() || reference.isContainer() || !block.eIsSet(reference)) {
                continue;
            }
            Object value = block.eGet(reference);
            List<?> targets =
                    value instanceof List<?> many ? many : Collections.singletonList(value);
            List<INode> nodes = null;
            for (int i = 0; i < targets.size(); i++) {
                if (targets.get(i) instanceof EObject target && target.eIsProxy()) {
                    nodes = nodes == null ? nodes(block, reference) : nodes;
                    unresolved(block, reference, i < nodes.size() ? nodes.get(i) : null);
                }
            }
        }
    }

    private static List<INode> nodes(EObject block, EReference reference) {
        return NodeModelUtils.findNodesForFeature(block, reference);
    }

    private void unresolved(EObject block, EReference reference, INode node) {
        SourceRange range = node == null ? locations.range(block) : locations.range(node);
        String written = node == null ? "?" : NodeModelUtils.getTokenText(node);
        if (isBought(block, reference, written)) {
            return;
        }
        Collection<String> known = names.visible(block, reference);
        found.add(
                new Misreading.UnresolvedName(
                        range,
                        SubjectPaths.of(block),
                        NameSpaces.noun(reference.getEReferenceType()),
                        written,
                        Similar.to(written, known)));
    }

    /** A project without a team buys the roles that the catalogue has rates for. */
    private boolean isBought(EObject block, EReference reference, String role) {
        if (reference.getEReferenceType() != GenaiPackage.Literals.ROLE
                || !rates.containsKey(role)) {
            return false;
        }
        Project project = EcoreUtil2.getContainerOfType(block, Project.class);
        return project != null && EcoreUtil2.getAllContentsOfType(project, Role.class).isEmpty();
    }

    /** Two blocks of one kind with one name beside each other. */
    private void duplicates(EObject parent) {
        Map<String, EObject> first = new HashMap<>();
        for (EObject child : parent.eContents()) {
            if (child instanceof Named named && named.getName() != null) {
                String name = named.getName() + since(named);
                String key = NameSpace.of(child.eClass()) + " " + name;
                EObject before = first.putIfAbsent(key, child);
                if (before != null) {
                    found.add(
                            new Misreading.Duplicate(
                                    locations.header(child),
                                    SubjectPaths.of(child),
                                    name,
                                    locations.header(before)));
                }
            }
        }
    }

    /** A role has one rate a day: from another day on, another. */
    private static String since(Named named) {
        return named instanceof dev.groundplan.dsl.model.RoleRate rate
                        && rate.getValue() instanceof DatedQuantity price
                ? Prices.since(Prices.from(price))
                : "";
    }
}
