package dev.groundplan.dsl.lowering;

import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.Deployment;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * A block as several layers of the file say it: what a scenario writes lies over what it starts
 * from, and what it takes away is not there. Without a scenario there is one layer.
 */
final class Overlay {
    /** These stand in a scenario without the {@code scope} around them. */
    private static final Set<EClass> IN_SCOPE =
            Set.of(
                    GenaiPackage.Literals.WORKLOAD,
                    GenaiPackage.Literals.SERVICE,
                    GenaiPackage.Literals.CONSTRAINTS,
                    GenaiPackage.Literals.BUDGET,
                    GenaiPackage.Literals.BUSINESS_VALUE);

    private final EClass type;

    /** The nearest first. A scenario stands for its own part of the project and of the scope. */
    private final List<EObject> layers;

    private final Withdrawals withdrawals;

    /** Kept once found: every part of a plan asks its block again, and finding sorts by place. */
    private List<Overlay> children;

    private Overlay(EClass type, List<EObject> layers, Withdrawals withdrawals) {
        this.type = type;
        this.layers = List.copyOf(layers);
        this.withdrawals = withdrawals;
    }

    /** A block as it is written. */
    static Overlay of(EObject object) {
        return new Overlay(object.eClass(), List.of(object), Withdrawals.NONE);
    }

    /**
     * A project as a scenario has it.
     *
     * @param scenarios the scenario itself first, then those that it extends
     */
    static Overlay of(Project project, List<Scenario> scenarios) {
        List<EObject> layers = new ArrayList<>(scenarios);
        layers.add(project);
        return new Overlay(project.eClass(), layers, Withdrawals.of(scenarios));
    }

    EClass type() {
        return type;
    }

    /** The layer whose place in the text is that of the block. */
    EObject nearest() {
        return layers.getFirst();
    }

    /** The layer that has the block's name and keyword. */
    EObject declared() {
        return layers.getLast();
    }

    /** The word that opens the block. */
    String keyword() {
        return declared().eClass() == type
                ? SubjectPaths.keyword(declared())
                : type.getName().toLowerCase(Locale.ROOT);
    }

    /** The block's own name. */
    Optional<String> name() {
        return declared().eClass() == type && declared() instanceof Named named
                ? Optional.ofNullable(named.getName())
                : Optional.empty();
    }

    Optional<String> label() {
        return layers.stream()
                .filter(layer -> layer.eClass() == type)
                .filter(Named.class::isInstance)
                .map(layer -> ((Named) layer).getLabel())
                .filter(label -> label != null)
                .findFirst();
    }

    /**
     * The nearest layer that says the property.
     *
     * @throws IllegalArgumentException when blocks of this kind have no such property
     */
    Optional<EObject> saying(String property) {
        return saying(Properties.feature(type, property));
    }

    /** The nearest layer that says it. */
    Optional<EObject> saying(EStructuralFeature feature) {
        for (EObject layer : layers) {
            if (feature.getEContainingClass().isSuperTypeOf(layer.eClass())
                    && layer.eIsSet(feature)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }

    /** Everything that the property holds, without what is taken away. */
    List<Object> values(String property) {
        EStructuralFeature feature = Properties.feature(type, property);
        return saying(feature).map(layer -> values(layer, feature)).orElse(List.of());
    }

    private List<Object> values(EObject layer, EStructuralFeature feature) {
        Object value = layer.eGet(feature);
        List<Object> values =
                new ArrayList<>(value instanceof List<?> many ? many : List.of(value));
        // what could not be read, such as `a-` for a name, is nothing in the list
        values.removeIf(Objects::isNull);
        if (feature instanceof EReference reference && !reference.isContainment()) {
            values.removeIf(target -> withdrawals.isGone((EObject) target));
        }
        return List.copyOf(values);
    }

    /** Names as written, whether or not they are declared, without what is taken away. */
    List<String> mentioned(String property) {
        EStructuralFeature feature = Properties.feature(type, property);
        Optional<EObject> layer = saying(feature);
        if (layer.isEmpty()) {
            return List.of();
        }
        List<INode> nodes = NodeModelUtils.findNodesForFeature(layer.get(), feature);
        Set<String> names = new LinkedHashSet<>();
        List<EObject> targets = withdrawals.isEmpty() ? List.of() : targets(layer.get(), feature);
        boolean known = targets.size() == nodes.size();
        for (int i = 0; i < nodes.size(); i++) {
            if (known && withdrawals.isGone(targets.get(i))) {
                if (feature.getName().equals("after")) {
                    names.addAll(withdrawals.followed(targets.get(i)));
                }
            } else {
                names.add(name(nodes.get(i)));
            }
        }
        return List.copyOf(names);
    }

    /** The name that a node spells. */
    static String name(INode node) {
        String text = NodeModelUtils.getTokenText(node).strip();
        return text.startsWith("^") ? text.substring(1) : text;
    }

    /** What a cross-reference of one layer leads to; nothing for another property. */
    static List<EObject> targets(EObject layer, EStructuralFeature feature) {
        if (!(feature instanceof EReference reference) || reference.isContainment()) {
            return List.of();
        }
        Object value = layer.eGet(feature);
        List<EObject> targets = new ArrayList<>();
        for (Object target : value instanceof List<?> many ? many : List.of(value)) {
            targets.add((EObject) target);
        }
        return targets;
    }

    Withdrawals withdrawals() {
        return withdrawals;
    }

    /** Everything inside: in the order of the text, what a scenario adds last. */
    List<Overlay> children() {
        if (children == null) {
            children = List.copyOf(found());
        }
        return children;
    }

    private List<Overlay> found() {
        if (layers.size() == 1 && withdrawals.isEmpty()) {
            List<Overlay> all = new ArrayList<>();
            for (EObject part : TextOrder.of(nearest().eContents())) {
                all.add(of(part));
            }
            return all;
        }
        Map<String, List<EObject>> merged = new LinkedHashMap<>();
        Map<String, EClass> types = new HashMap<>();
        Map<EObject, Map<EObject, String>> keys = new HashMap<>();
        for (EObject layer : farthestFirst()) {
            Map<EObject, String> parts = new LinkedHashMap<>();
            for (EObject part : parts(layer)) {
                String key = key(part);
                parts.put(part, key);
                merged.putIfAbsent(key, new ArrayList<>());
                types.put(key, typeOf(part));
            }
            keys.put(layer, parts);
        }
        for (EObject layer : layers) {
            keys.get(layer).forEach((part, key) -> merged.get(key).add(part));
        }
        List<Overlay> all = new ArrayList<>();
        merged.forEach((key, parts) -> all.addAll(together(parts, types.get(key))));
        return all;
    }

    private List<EObject> farthestFirst() {
        List<EObject> order = new ArrayList<>(layers);
        order.sort(
                Comparator.comparingInt(withdrawals::level)
                        .reversed()
                        .thenComparingInt(TextOrder::offset));
        return order;
    }

    /** Parts with one key as one block; values of one property as they are. */
    private List<Overlay> together(List<EObject> parts, EClass common) {
        EObject first = parts.getFirst();
        if (Sameness.key(first, common).isEmpty()) {
            int level = withdrawals.level(first);
            return parts.stream()
                    .filter(part -> withdrawals.level(part) == level)
                    .map(part -> new Overlay(common, List.of(part), withdrawals))
                    .toList();
        }
        List<EObject> adding = new ArrayList<>();
        for (EObject part : parts) {
            if (!adding.isEmpty() && !Sameness.adds(first, part, common)) {
                break;
            }
            adding.add(part);
        }
        return List.of(new Overlay(common, adding, withdrawals));
    }

    private String key(EObject part) {
        return Sameness.key(part, typeOf(part))
                .orElseGet(() -> "= " + part.eContainingFeature().getName());
    }

    /** A scenario among the parts of itself stands for the scope whose parts it writes. */
    private EClass typeOf(EObject part) {
        return layers.contains(part) ? GenaiPackage.Literals.SCOPE : part.eClass();
    }

    private List<EObject> parts(EObject layer) {
        List<EObject> parts = new ArrayList<>();
        for (EObject part : TextOrder.of(layer.eContents())) {
            if (withdrawals.takes(part) || part instanceof Deployment d && d.isRemoved()) {
                continue;
            }
            boolean ofScope = layer instanceof Scenario && IN_SCOPE.contains(part.eClass());
            if (!ofScope) {
                if (layer.eClass() == type || layer instanceof Scenario && isProject()) {
                    parts.add(part);
                }
            } else if (!isProject()) {
                parts.add(part);
            } else if (!parts.contains(layer)) {
                parts.add(layer);
            }
        }
        return parts;
    }

    private boolean isProject() {
        return type == GenaiPackage.Literals.PROJECT;
    }
}
