package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.dsl.blocks.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What stays in a scenario and cannot do without something that the scenario takes away. */
final class Needs {
    /** Lists that mean something without the name that has left them. */
    private static final Set<String> SPARE =
            Set.of("after", "before", "steps", "of", "hits", "until", "candidates");

    private final Locations locations;
    private final List<Misreading> found = new ArrayList<>();

    private Needs(Locations locations) {
        this.locations = locations;
    }

    /**
     * @param project as the scenario has it
     */
    static List<Misreading> of(Block project, Locations locations) {
        Needs needs = new Needs(locations);
        project.blocks().stream()
                .filter(block -> Withdrawals.isPart(block.object()) || block.is("Scope"))
                .forEach(needs::check);
        return needs.found;
    }

    private void check(Block block) {
        for (EReference reference : block.overlay().type().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isContainer()) {
                block.overlay()
                        .saying(reference)
                        .ifPresent(layer -> check(block, layer, reference));
            }
        }
        block.blocks().forEach(this::check);
    }

    private void check(Block block, EObject layer, EReference reference) {
        List<EObject> targets = Overlay.targets(layer, reference);
        Withdrawals withdrawals = block.overlay().withdrawals();
        boolean spare = reference.isMany() && SPARE.contains(reference.getName());
        if (spare || !targets.stream().allMatch(withdrawals::isGone)) {
            return;
        }
        List<INode> nodes = NodeModelUtils.findNodesForFeature(layer, reference);
        for (int i = 0; i < targets.size() && i < nodes.size(); i++) {
            Optional<Withdrawals.Withdrawal> by = withdrawals.gone(targets.get(i));
            SubjectId owner = block.id();
            INode node = nodes.get(i);
            by.ifPresent(
                    withdrawal ->
                            found.add(
                                    new Misreading.StillNeeded(
                                            locations.range(withdrawal.node()),
                                            Overlay.name(node),
                                            owner,
                                            Properties.of(reference)
                                                    .map(Properties.Property::keyword)
                                                    .orElse(reference.getName()),
                                            locations.range(node))));
        }
    }
}
