package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Measure;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.DatedQuantity;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.Portion;
import dev.groundplan.dsl.scanner.GenaiLexer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Checks every written value against what the model's annotations say of its property: dimension,
 * order, vocabulary, and whether it was written once. One walk for the whole language, so that a
 * new property is checked by being annotated.
 */
final class ValueChecks {
    /**
     * Beyond this a number is a slip of the keyboard, not a plan: 10²⁷ FLOP is ahead of everyone.
     */
    private static final double LARGEST = 1e30;

    /** Behind a bare number any word is read as its unit. */
    private static final String FROM = "from";

    /** What says where a block comes from, and comes from nowhere itself. */
    private static final Set<String> PROVENANCE = Set.of("source", "as-of", "confidence", "for");

    /** A feature and what is said of it. */
    private record Checked(EStructuralFeature feature, Properties.Property property) {}

    private final Locations locations;
    private final List<Misreading> found = new ArrayList<>();

    /** What is said of the features of a class is read once a file, not once a block. */
    private final Map<EClass, List<Checked>> checked = new HashMap<>();

    ValueChecks(Locations locations) {
        this.locations = locations;
    }

    List<Misreading> found() {
        return found;
    }

    /** Checks the block's own values, not those of blocks inside. */
    void check(EObject block) {
        for (Checked checked : this.checked.computeIfAbsent(block.eClass(), ValueChecks::of)) {
            if (block.eIsSet(checked.feature)) {
                check(block, checked.feature, checked.property);
            }
        }
    }

    private static List<Checked> of(EClass type) {
        List<Checked> all = new ArrayList<>();
        for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
            Properties.of(feature).ifPresent(property -> all.add(new Checked(feature, property)));
        }
        return all;
    }

    private void check(EObject block, EStructuralFeature feature, Properties.Property property) {
        List<?> values =
                block.eGet(feature) instanceof List<?> many
                        ? many
                        : Collections.singletonList(block.eGet(feature));
        if (property.once() && values.size() > 1) {
            duplicate(block, property, values);
        }
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof dev.groundplan.dsl.model.Quantity quantity) {
                quantity(block, property, quantity);
            } else if (!property.open()) {
                vocabulary(block, feature, property, value, i);
            }
        }
    }

    /**
     * A list is one property however many words it has: the property's own word is counted. A price
     * may stand there again with another first day.
     */
    private void duplicate(EObject block, Properties.Property property, List<?> values) {
        Map<Optional<LocalDate>, SourceRange> first = new HashMap<>();
        int nth = 0;
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(block).getLeafNodes()) {
            if (leaf.getGrammarElement() instanceof Keyword
                    && leaf.getText().equals(property.keyword())
                    && NodeModelUtils.findActualSemanticObjectFor(leaf) == block) {
                SourceRange range = locations.range(leaf);
                Object value = nth < values.size() ? values.get(nth) : null;
                Optional<LocalDate> day = firstDay(value);
                SourceRange before = first.putIfAbsent(day, range);
                if (before != null) {
                    found.add(
                            new Misreading.Duplicate(
                                    range,
                                    SubjectPaths.of(block),
                                    property.keyword() + Prices.since(day),
                                    before));
                }
                nth++;
            }
        }
    }

    private static Optional<LocalDate> firstDay(Object value) {
        return value instanceof DatedQuantity price ? Prices.from(price) : Optional.empty();
    }

    private void quantity(
            EObject block,
            Properties.Property property,
            dev.groundplan.dsl.model.Quantity quantity) {
        WrittenQuantity value = WrittenQuantity.of(quantity);
        if (isFine(value, property.dimensions())) {
            return;
        }
        SourceRange range = locations.range(quantity);
        String written = NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(quantity));
        if (written.isEmpty()) {
            return; // something else stands in its place, which is an error of syntax
        }
        SubjectId owner = SubjectPaths.of(block);
        String name = property.keyword();
        if (FROM.equals(quantity.getUnit())) {
            found.add(
                    new Misreading.Syntax(
                            range,
                            quantity instanceof DatedQuantity
                                    ? "before `from DATE` a unit is missing, such as `1.08 USD from"
                                            + " 2027-01-01`"
                                    : "`"
                                            + name
                                            + "` takes no day: `from DATE` stands behind a price,"
                                            + " such as `price 3 USD per hour from 2027-01-01`",
                            List.of()));
            return;
        }
        if (value.isEmpty() || anyAbsurd(value)) {
            found.add(
                    new Misreading.ImpossibleValue(
                            range, owner, name, written, unreadable(quantity)));
            return;
        }
        Optional<Dimension<?>> reading = reading(value, property.dimensions());
        Dimension<?> dimension = reading.orElse(property.dimensions().getFirst());
        if (reading.isEmpty()) {
            found.add(
                    new Misreading.WrongDimension(
                            range,
                            owner,
                            name,
                            written,
                            dimension.phrase(),
                            property.example().orElse(dimension.example()),
                            Corrections.corrected(value, dimension, property, written)));
            return;
        }
        if (!value.rises()) {
            found.add(
                    new Misreading.RangeOutOfOrder(
                            range, owner, name, written, Corrections.ordered(quantity, written)));
        }
        impossible(value, dimension)
                .ifPresent(
                        reason ->
                                found.add(
                                        new Misreading.ImpossibleValue(
                                                range, owner, name, written, reason)));
    }

    /** Nearly every value is, and needs neither place nor words. */
    private static boolean isFine(WrittenQuantity value, List<Dimension<?>> dimensions) {
        if (value.isEmpty() || anyAbsurd(value)) {
            return false;
        }
        Optional<Dimension<?>> dimension = reading(value, dimensions);
        return dimensions.isEmpty()
                || dimension.isPresent()
                        && value.rises()
                        && impossible(value, dimension.get()).isEmpty();
    }

    private static Optional<Dimension<?>> reading(
            WrittenQuantity value, List<Dimension<?>> dimensions) {
        for (Dimension<?> dimension : dimensions) {
            boolean all = true;
            for (Measure measure : value.measures()) {
                all &= reads(dimension, measure);
            }
            if (all) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    private static boolean anyAbsurd(WrittenQuantity value) {
        return value.measures().stream().anyMatch(m -> Math.abs(m.number()) > LARGEST);
    }

    private static String unreadable(dev.groundplan.dsl.model.Quantity quantity) {
        return quantity.getPerAmount() != null
                        && Numbers.read(quantity.getPerAmount(), 1).orElse(1) <= 0
                ? "what stands behind `per` is more than nothing, such as `1M`"
                : "the number is too large to mean it";
    }

    private static boolean reads(Dimension<?> dimension, Measure measure) {
        return dimension.readBare(measure).isPresent();
    }

    private static Optional<String> impossible(WrittenQuantity value, Dimension<?> dimension) {
        for (Measure measure : value.measures()) {
            Quantity<?> quantity = dimension.readBare(measure).orElseThrow();
            if (quantity.value() < 0 && !dimension.allowsNegative()) {
                return Optional.of("it cannot be negative");
            }
            if (dimension == Dimension.RATIO
                    && measure.unit().equals("%")
                    && quantity.value() > 1) {
                return Optional.of("a share is at most 100 %");
            }
        }
        return Optional.empty();
    }

    private void vocabulary(
            EObject block,
            EStructuralFeature feature,
            Properties.Property property,
            Object value,
            int index) {
        List<String> words = words(block, feature, property);
        String word = value instanceof Portion portion ? portion.getWhat() : String.valueOf(value);
        if (!words.isEmpty() && word != null && !words.contains(word)) {
            List<INode> nodes = NodeModelUtils.findNodesForFeature(block, feature);
            SourceRange range =
                    index < nodes.size()
                            ? locations.range(nodes.get(index))
                            : locations.range(block);
            found.add(
                    new Misreading.UnknownWord(
                            range, SubjectPaths.of(block), property.keyword(), word, words));
        }
    }

    /** The words that a property takes; {@code for} takes those of the block around. */
    private static List<String> words(
            EObject block, EStructuralFeature feature, Properties.Property property) {
        if (feature != GenaiPackage.Literals.PROVENANCE__PROPERTIES) {
            return property.vocabulary();
        }
        return GenaiLexer.vocabulary().wordsIn(block.eContainer().eClass().getName()).stream()
                .filter(word -> !PROVENANCE.contains(word))
                .sorted()
                .toList();
    }
}
