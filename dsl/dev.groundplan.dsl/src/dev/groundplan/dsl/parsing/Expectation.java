package dev.groundplan.dsl.parsing;

import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.Properties.Property;
import dev.groundplan.dsl.model.GenaiPackage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * What would be right in the place where the parser stopped: it follows from the last keyword before it.
 *
 * @param word that keyword, "" when there is none
 * @param feature the property that the keyword begins, if it begins one
 */
record Expectation(String word, Optional<EStructuralFeature> feature) {
    /** More words than this are not listed in a message. */
    private static final int MOST_WORDS = 6;

    private static final Map<String, String> TOKENS =
            Map.of(
                    "RULE_WORD", "a name",
                    "RULE_NUMBER", "a number",
                    "RULE_DATE", "a date such as `2027-01-11`",
                    "RULE_MONTH", "a month such as `2023-12`",
                    "RULE_STRING", "a text in quotes",
                    "RULE_UNIT", "a unit");

    /** Looks back from the place in the tree, as far as it is built. */
    static Expectation at(INode node) {
        INode last = lastIn(node);
        while (last != null && !isWord(last)) {
            last = before(last);
        }
        if (last == null) {
            return new Expectation("", Optional.empty());
        }
        String word = last.getText();
        for (INode at = node; at != null; at = at.getParent()) {
            Optional<EStructuralFeature> feature =
                    Optional.ofNullable(block(at)).flatMap(type -> feature(type, word));
            if (feature.isPresent()) {
                return new Expectation(word, feature);
            }
        }
        return new Expectation(word, Optional.empty());
    }

    private static EClass block(INode node) {
        EObject block = node.hasDirectSemanticElement() ? node.getSemanticElement() : null;
        return block == null ? null : block.eClass();
    }

    private static Optional<EStructuralFeature> feature(EClass type, String word) {
        return type.getEAllStructuralFeatures().stream()
                .filter(
                        feature ->
                                Properties.of(feature)
                                        .filter(p -> p.keyword().equals(word))
                                        .isPresent())
                .findFirst();
    }

    private static boolean isWord(INode node) {
        return node instanceof ILeafNode leaf
                && leaf.getGrammarElement() instanceof Keyword keyword
                && Character.isLetter(keyword.getValue().charAt(0));
    }

    private static INode before(INode node) {
        INode at = node;
        while (at != null && at.getPreviousSibling() == null) {
            at = at.getParent();
        }
        if (at == null) {
            return null;
        }
        return lastIn(at.getPreviousSibling());
    }

    private static INode lastIn(INode node) {
        INode at = node;
        while (at instanceof ICompositeNode composite && composite.getLastChild() != null) {
            at = composite.getLastChild();
        }
        return at;
    }

    /**
     * What was expected, with an example where there is one.
     *
     * @param token the parser's name of the token that would have been right, "" when it would take several
     */
    String phrase(String token) {
        if (token.equals("'{'") || token.equals("'}'")) {
            return "`" + token.charAt(1) + "`";
        }
        Optional<Property> property = feature.flatMap(Properties::of);
        if (property.isPresent()) {
            return value(property.get());
        }
        String plain =
                TOKENS.getOrDefault(
                        token, token.startsWith("'") ? token.replace('\'', '`') : "something else");
        return word.isEmpty() ? plain : plain + " after `" + word + "`";
    }

    private String value(Property property) {
        String example = property.example().map(text -> " such as `" + text + "`").orElse("");
        if (!property.dimensions().isEmpty()) {
            return property.dimensions().getFirst().phrase() + example;
        }
        List<String> words = property.vocabulary();
        if (!words.isEmpty() && words.size() <= MOST_WORDS && !property.open()) {
            return words.stream()
                    .map(w -> "`" + w + "`")
                    .collect(Collectors.joining(", ", words.size() == 1 ? "" : "one of ", ""));
        }
        EStructuralFeature known = feature.orElseThrow();
        if (known instanceof EReference reference && !reference.isContainment()) {
            return "the name of " + noun(reference.getEReferenceType()) + example;
        }
        String type = known.getEType().getName();
        return switch (type) {
            case "Date" -> "a date such as `2027-01-11`";
            case "Month" -> "a month such as `2023-12`";
            case "EString" -> example.isEmpty() ? "a text in quotes" : "a value" + example;
            default -> example.isEmpty() ? "a value for `" + word + "`" : "a value" + example;
        };
    }

    private static String noun(EClass type) {
        if (type == GenaiPackage.Literals.SERVABLE) {
            return "a model or an endpoint";
        }
        if (type == GenaiPackage.Literals.RENTABLE) {
            return "an accelerator or an endpoint";
        }
        if (type == GenaiPackage.Literals.STAGE || type == GenaiPackage.Literals.STEP) {
            return "a step";
        }
        if (type == GenaiPackage.Literals.ALTERNATIVE) {
            return "a scenario";
        }
        String noun = type.getName().toLowerCase(Locale.ROOT);
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
