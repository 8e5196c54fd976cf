package dev.groundplan.dsl.lowering;

import dev.groundplan.dsl.blocks.ImpliedNames;
import dev.groundplan.dsl.model.Alternative;
import dev.groundplan.dsl.model.Decision;
import dev.groundplan.dsl.model.Deployment;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.Iterate;
import dev.groundplan.dsl.model.ModelChoice;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Pretrain;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What a scenario, and those that it extends, take away from what they start from. */
final class Withdrawals {
    /** Where there is no scenario. */
    static final Withdrawals NONE = new Withdrawals(List.of(), List.of());

    /**
     * Something that takes blocks away.
     *
     * @param level of the scenario that says it
     * @param node where it says so
     */
    record Withdrawal(int level, INode node, Predicate<EObject> takes) {}

    /** The nearest first; its index is its level, and the project lies behind the last. */
    private final List<Scenario> scenarios;

    private final List<Withdrawal> all;
    private final List<Set<String>> written = new ArrayList<>();

    private Withdrawals(List<Scenario> scenarios, List<Withdrawal> all) {
        this.scenarios = scenarios;
        this.all = all;
        scenarios.forEach(scenario -> written.add(names(scenario)));
    }

    static Withdrawals of(List<Scenario> scenarios) {
        List<Withdrawal> all = new ArrayList<>();
        for (int level = 0; level < scenarios.size(); level++) {
            Scenario scenario = scenarios.get(level);
            List<INode> nodes =
                    NodeModelUtils.findNodesForFeature(
                            scenario, GenaiPackage.Literals.SCENARIO__WITHOUT);
            for (INode node : nodes) {
                String name = Overlay.name(node);
                all.add(new Withdrawal(level, node, part -> isCalled(part, name)));
            }
            for (EObject block : scenario.getBlocks()) {
                if (block instanceof Deployment deployment && deployment.isRemoved()) {
                    INode node = NodeModelUtils.findActualNodeFor(deployment);
                    all.add(new Withdrawal(level, node, Deployment.class::isInstance));
                } else if (block instanceof ModelChoice choice && !choice.getExisting().isEmpty()) {
                    // a model is found or made, never both
                    INode node = NodeModelUtils.findActualNodeFor(choice);
                    all.add(new Withdrawal(level, node, part -> isMadeFor(part, choice)));
                }
            }
        }
        return new Withdrawals(List.copyOf(scenarios), List.copyOf(all));
    }

    boolean isEmpty() {
        return scenarios.isEmpty();
    }

    /**
     * How far the object lies behind the nearest scenario; -1 when it is no part of the project.
     */
    int level(EObject object) {
        for (EObject at = object; at != null; at = at.eContainer()) {
            if (at instanceof Scenario scenario) {
                return scenarios.indexOf(scenario);
            }
            if (at instanceof Project) {
                return scenarios.size();
            }
        }
        return -1;
    }

    /** Whether a part is not there any more, or is about something that is not. */
    boolean takes(EObject part) {
        return taking(part).isPresent()
                || Sameness.subject(part).filter(about -> allGone(part, about)).isPresent()
                || part instanceof Iterate && allGone(part, GenaiPackage.Literals.ITERATE__STEPS);
    }

    private boolean allGone(EObject part, EStructuralFeature feature) {
        return part.eIsSet(feature)
                && Overlay.targets(part, feature).stream().allMatch(this::isGone);
    }

    private Optional<Withdrawal> taking(EObject part) {
        int level = all.isEmpty() ? -1 : level(part);
        return all.stream()
                .filter(withdrawal -> withdrawal.level < level)
                .filter(withdrawal -> withdrawal.takes.test(part))
                .findFirst();
    }

    /** Whether what a name leads to is not there any more, and nothing else of that name is. */
    boolean isGone(EObject target) {
        return gone(target).isPresent();
    }

    /** What took it away. */
    Optional<Withdrawal> gone(EObject target) {
        if (all.isEmpty() || target.eIsProxy()) {
            return Optional.empty();
        }
        for (EObject at = target;
                at != null && !(at instanceof Alternative);
                at = at.eContainer()) {
            Optional<Withdrawal> by = taking(at);
            if (by.isPresent()) {
                return by.filter(withdrawal -> !isWrittenAnew(target, withdrawal.level));
            }
        }
        return Optional.empty();
    }

    private boolean isWrittenAnew(EObject target, int level) {
        return target instanceof Named named
                && named.getName() != null
                && written.subList(0, level + 1).stream()
                        .anyMatch(names -> names.contains(named.getName()));
    }

    /** What came after something that is gone follows what that followed. */
    List<String> followed(EObject gone) {
        Set<String> names = new LinkedHashSet<>();
        addFollowed(gone, names, new HashSet<>());
        return List.copyOf(names);
    }

    private void addFollowed(EObject gone, Set<String> names, Set<EObject> seen) {
        EStructuralFeature after = gone.eClass().getEStructuralFeature("after");
        if (after == null || !seen.add(gone)) {
            return;
        }
        List<EObject> targets = Overlay.targets(gone, after);
        List<INode> nodes = NodeModelUtils.findNodesForFeature(gone, after);
        for (int i = 0; i < targets.size() && i < nodes.size(); i++) {
            if (isGone(targets.get(i))) {
                addFollowed(targets.get(i), names, seen);
            } else {
                names.add(Overlay.name(nodes.get(i)));
            }
        }
    }

    private static boolean isCalled(EObject part, String name) {
        return isPart(part)
                && part instanceof Named named
                && (name.equals(named.getName())
                        || ImpliedNames.of(named).filter(name::equals).isPresent());
    }

    /** Whether it is a part of the plan that a scenario could do without. */
    static boolean isPart(EObject object) {
        return !(object instanceof Alternative || object instanceof Decision);
    }

    private static boolean isMadeFor(EObject part, ModelChoice choice) {
        return part instanceof Pretrain
                && part.eContainer() instanceof ModelChoice other
                && Sameness.key(other, other.eClass())
                        .equals(Sameness.key(choice, choice.eClass()));
    }

    private static Set<String> names(Scenario scenario) {
        Set<String> names = new HashSet<>();
        for (TreeIterator<EObject> inside = scenario.eAllContents(); inside.hasNext(); ) {
            if (inside.next() instanceof Named named && named.getName() != null) {
                names.add(named.getName());
            }
        }
        return names;
    }
}
