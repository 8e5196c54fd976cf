package dev.groundplan.dsl.lowering;

import dev.groundplan.dsl.blocks.NameSpace;
import dev.groundplan.dsl.model.Exchange;
import dev.groundplan.dsl.model.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Which parts of two layers are the same part, and whether the nearer one adds to the farther or
 * stands in its place.
 */
final class Sameness {
    /** Blocks that stand once where they stand: the nearer adds to the farther. */
    private static final Set<String> ONCE =
            Set.of("Architecture", "Tokenizer", "Parallel", "Prune", "HumanReview");

    /** Blocks that stand once and begin with a choice: another choice is another block. */
    private static final Map<String, String> CHOICES =
            Map.of(
                    "Method", "kind",
                    "Quantise", "scheme",
                    "Engine", "engine",
                    "Distil", "into",
                    "Speculative", "draft");

    /** What repeats and is known by the name that it begins with; the nearer adds. */
    private static final Map<String, String> ABOUT =
            Map.of("MetricTarget", "metric", "BenchmarkRun", "benchmark");

    /** The same, said in one breath: the nearer stands in the place of the farther. */
    private static final Map<String, String> STATEMENTS =
            Map.of(
                    "Rejected", "model",
                    "PriceAssumption", "of",
                    "MfuAssumption", "of",
                    "PriorAssumption", "of",
                    "Repeat", "stage",
                    "Exchange", "currency",
                    "Capacity", "accelerator");

    private static final Set<String> NAMED_STATEMENTS = Set.of("Cost", "RoleRate");

    private Sameness() {}

    /** What a statement is about, when it is about something else than where it stands. */
    static Optional<EStructuralFeature> subject(EObject part) {
        return Optional.ofNullable(STATEMENTS.get(part.eClass().getName()))
                .map(part.eClass()::getEStructuralFeature)
                // a currency is no block that could be taken away
                .filter(EReference.class::isInstance);
    }

    /**
     * Equal for what is the same part; empty for a value, of which a nearer layer replaces the
     * whole list.
     *
     * @param type of the part, which a scenario may stand in for
     */
    static Optional<String> key(EObject part, EClass type) {
        String kind = type.getName();
        if (CHOICES.containsKey(kind) || ONCE.contains(kind)) {
            return Optional.of(kind);
        }
        String head = ABOUT.getOrDefault(kind, STATEMENTS.get(kind));
        if (head != null) {
            return Optional.of(kind + " " + written(part, head) + since(part));
        }
        if (part.eClass() == type && part instanceof Named named && named.getName() != null) {
            return Optional.of(NameSpace.of(type) + " " + named.getName());
        }
        boolean block =
                type.getEAllSuperTypes().stream()
                        .map(EClass::getName)
                        .anyMatch(List.of("ProjectBlock", "Named")::contains);
        return block ? Optional.of(kind) : Optional.empty();
    }

    /** A rate of exchange is another one into another currency, and from another day on. */
    private static String since(EObject part) {
        return part instanceof Exchange rate && rate.getValue() != null
                ? " " + rate.getValue().getUnit() + Prices.since(Prices.from(rate.getValue()))
                : "";
    }

    /** Whether the farther of two parts with one key still says what the nearer leaves out. */
    static boolean adds(EObject nearer, EObject farther, EClass type) {
        String kind = type.getName();
        if (STATEMENTS.containsKey(kind) || NAMED_STATEMENTS.contains(kind)) {
            return false;
        }
        String choice = CHOICES.get(kind);
        if (choice != null) {
            return written(nearer, choice).equals(written(farther, choice));
        }
        return nearer.eClass() == farther.eClass()
                || nearer.eClass() != type
                || farther.eClass() != type;
    }

    private static String written(EObject part, String feature) {
        for (INode node :
                NodeModelUtils.findNodesForFeature(
                        part, part.eClass().getEStructuralFeature(feature))) {
            return Overlay.name(node);
        }
        return "";
    }
}
