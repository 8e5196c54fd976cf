package dev.groundplan.dsl.reference;

import dev.groundplan.core.units.Dimension;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.Properties.Property;
import dev.groundplan.dsl.model.GenaiPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.RuleCall;

/**
 * What the reference must say of every kind of block: its form and places from the grammar, its
 * properties from the annotations of the model, what is computed from what Lowering does with it.
 */
final class LanguageReference {
    private final Map<String, GrammarBlock> blocks = new LinkedHashMap<>();
    private final Map<String, Set<String>> places = new LinkedHashMap<>();
    private final PlanProbe probe;

    LanguageReference(Grammar grammar) {
        GrammarBlock file = GrammarBlock.file(grammar);
        find(file, "at the top level of a file");
        probe = new PlanProbe(file);
    }

    private void find(GrammarBlock outer, String place) {
        for (Statement statement : outer.statements()) {
            statement
                    .block()
                    .ifPresent(
                            block -> {
                                places.computeIfAbsent(block.name(), n -> new LinkedHashSet<>())
                                        .add(place);
                                if (blocks.putIfAbsent(block.name(), block) == null) {
                                    find(block, "in " + Wording.code(opening(block)));
                                }
                            });
        }
    }

    private static String opening(GrammarBlock block) {
        return block.keyword().isEmpty() ? "STEP" : block.keyword();
    }

    /** The text for each kind of block, by the name of its class, in the order of the grammar. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        blocks.forEach((name, block) -> texts.put(name, text(block)));
        return texts;
    }

    private String text(GrammarBlock block) {
        StringBuilder text = new StringBuilder();
        StatementForm form = new StatementForm(Optional.empty());
        String head = form.of(block.head(), block.type());
        text.append(Wording.code(head + (block.optional() ? " [{ … }]" : " { … }")))
                .append(form.vocabularies())
                .append(". Stands ")
                .append(String.join(", ", places.get(block.name())))
                .append(". ")
                .append(doc(block.type()).orElse(""));
        boolean computed = !probe.isUnplanned(block);
        if (!computed) {
            text.append(" **Read and checked, not yet computed.**");
        }
        text.append(
                "\n\n| Property | Value | Left out | Meaning | Example |\n|---|---|---|---|---|\n");
        for (Statement statement : block.statements()) {
            List<String> cells =
                    statement.block().isPresent()
                            ? inner(block, statement, statement.block().get())
                            : property(block, statement, computed);
            text.append("| ")
                    .append(cells.stream().map(Wording::cell).collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static List<String> inner(GrammarBlock outer, Statement statement, GrammarBlock block) {
        boolean repeats =
                feature(outer, statement)
                        .flatMap(Properties::of)
                        .map(property -> !property.once())
                        .orElse(false);
        return List.of(
                Wording.code(opening(block)),
                repeats ? "block; may repeat" : "block",
                "",
                doc(block.type()).orElse(""),
                "");
    }

    private List<String> property(GrammarBlock block, Statement statement, boolean computed) {
        Optional<EStructuralFeature> feature = feature(block, statement);
        Optional<Property> property = feature.flatMap(Properties::of);
        String mark = computed && !probe.isInPlan(block, statement) ? " †" : "";
        Optional<String> meaning =
                property.flatMap(Property::meaning)
                        .or(() -> statement.part().flatMap(LanguageReference::docOf));
        return List.of(
                Wording.code(statement.keyword()) + mark,
                value(block, statement, property),
                property.flatMap(Property::otherwise).map(Wording::code).orElse(""),
                meaning.orElse(""),
                property.flatMap(Property::example)
                        .map(e -> Wording.code(statement.keyword() + " " + e))
                        .orElse(""));
    }

    private static Optional<String> docOf(String type) {
        return doc((EClass) GenaiPackage.eINSTANCE.getEClassifier(type));
    }

    private static Optional<EStructuralFeature> feature(GrammarBlock block, Statement statement) {
        return Optional.ofNullable(block.type().getEStructuralFeature(statement.feature()));
    }

    private static Optional<String> doc(EModelElement element) {
        EAnnotation annotation = element.getEAnnotation(Properties.ANNOTATION);
        return Optional.ofNullable(annotation).map(a -> a.getDetails().get("doc"));
    }

    private static String value(
            GrammarBlock block, Statement statement, Optional<Property> property) {
        String value =
                simple(statement.rest(), property)
                        .orElseGet(() -> compound(block, statement, property));
        return value + (property.isPresent() && !property.get().once() ? "; may repeat" : "");
    }

    private static String compound(
            GrammarBlock block, Statement statement, Optional<Property> property) {
        if (statement.rest().isEmpty()) {
            return "stands alone";
        }
        EClass owner =
                statement
                        .part()
                        .map(type -> (EClass) GenaiPackage.eINSTANCE.getEClassifier(type))
                        .orElse(block.type());
        StatementForm form = new StatementForm(property);
        return Wording.code(form.of(statement.rest(), owner))
                + range(property)
                + form.vocabularies();
    }

    /** In words, when one value or a list of equal ones is all there is. */
    private static Optional<String> simple(
            List<AbstractElement> rest, Optional<Property> property) {
        boolean list =
                rest.size() == 2
                        && rest.get(1) instanceof Group g
                        && StatementForm.startsWithComma(g);
        if (!(rest.size() == 1 || list)
                || !(rest.getFirst() instanceof Assignment assignment)
                || GrammarUtil.isOptionalCardinality(assignment)) {
            return Optional.empty();
        }
        return switch (assignment.getTerminal()) {
            case CrossReference reference -> {
                String noun = Wording.noun(reference.getType().getClassifier().getName());
                String article = "aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ";
                String names = noun.equals("name") ? "names" : "names of " + noun + "s";
                yield Optional.of(list ? names : "name of " + article + noun);
            }
            case RuleCall call -> simple(call.getRule().getName(), list, property);
            default -> Optional.empty();
        };
    }

    private static Optional<String> simple(String rule, boolean list, Optional<Property> property) {
        return switch (rule) {
            case "Quantity" -> property.map(p -> quantity(p) + range(property));
            case "DatedQuantity" ->
                    property.map(p -> quantity(p) + range(property) + "; `from DATE` may follow");
            case "STRING" -> Optional.of("text");
            case "DATE" -> Optional.of(list ? "dates" : "date");
            case "MONTH" -> Optional.of("month");
            case "Pattern" -> Optional.of("`N:M`");
            case "Name" -> Optional.of(words(list, property));
            default -> Optional.empty();
        };
    }

    private static String quantity(Property property) {
        List<String> names = new ArrayList<>();
        property.dimensions().stream().map(Dimension::name).forEach(names::add);
        return names.isEmpty() ? "any quantity" : String.join(" or ", names);
    }

    private static String range(Optional<Property> property) {
        return property.flatMap(Property::range).map(r -> ", *" + r + "*").orElse("");
    }

    private static String words(boolean list, Optional<Property> property) {
        List<String> words = property.map(Property::vocabulary).orElse(List.of());
        if (words.isEmpty()) {
            return list ? "words or names" : "word or name";
        }
        String open = property.get().open() ? ", or another word" : "";
        return (list ? "any of " : "") + Wording.anyOf(words) + open;
    }
}
