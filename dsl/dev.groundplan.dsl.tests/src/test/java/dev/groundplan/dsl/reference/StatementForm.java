package dev.groundplan.dsl.reference;

import dev.groundplan.core.units.Dimension;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.Properties.Property;
import dev.groundplan.dsl.model.GenaiPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;

/**
 * How a statement is written: its words as they are, what varies in capitals, what may be left out
 * in brackets.
 */
final class StatementForm {
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Optional<Property> outer;

    /**
     * @param outer what the model says of the property that the statement is; its parts may leave
     *     it to that
     */
    StatementForm(Optional<Property> outer) {
        this.outer = outer;
    }

    /** Which words may stand for some of the capitals, of those printed so far. */
    String vocabularies() {
        return words.entrySet().stream()
                .map(e -> "; " + e.getKey() + ": " + Wording.anyOf(e.getValue()))
                .collect(Collectors.joining());
    }

    String of(List<AbstractElement> elements, EClass owner) {
        List<String> parts = new ArrayList<>();
        String keyword = "";
        for (AbstractElement element : elements) {
            String part = of(element, owner, keyword);
            keyword = element instanceof Keyword k ? k.getValue() : "";
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" ", parts).replace(" , …", ", …");
    }

    private String of(AbstractElement element, EClass owner, String keyword) {
        return switch (element) {
            case Keyword word -> word.getValue();
            case Assignment assignment -> assignment(assignment, owner, keyword);
            case Alternatives choice -> choice(choice, owner);
            case Group list when startsWithComma(list) -> ", …";
            case Group group when GrammarUtil.isOptionalCardinality(group) ->
                    "[" + of(group.getElements(), owner) + "]";
            case Group group -> of(group.getElements(), owner);
            case RuleCall fragment -> of(List.of(fragment.getRule().getAlternatives()), owner);
            default -> throw new AssertionError("how is this written? " + element);
        };
    }

    static boolean startsWithComma(Group group) {
        return group.getElements().getFirst() instanceof Keyword k && k.getValue().equals(",");
    }

    private String choice(Alternatives choice, EClass owner) {
        boolean each = GrammarUtil.isMultipleCardinality(choice);
        return choice.getElements().stream()
                .map(e -> of(e, owner, ""))
                .filter(form -> !form.isEmpty())
                .map(form -> each ? "[" + form + "]" : form)
                .collect(Collectors.joining(each ? " " : " or "));
    }

    private String assignment(Assignment assignment, EClass owner, String keyword) {
        if (assignment.getFeature().equals("strays")) {
            return "";
        }
        String form = value(assignment, owner, keyword);
        boolean optional = GrammarUtil.isOptionalCardinality(assignment);
        return optional ? "[" + form + "]" : form;
    }

    private String value(Assignment assignment, EClass owner, String keyword) {
        EStructuralFeature feature = owner.getEStructuralFeature(assignment.getFeature());
        return switch (assignment.getTerminal()) {
            case Keyword word -> word.getValue();
            case CrossReference reference ->
                    Wording.noun(reference.getType().getClassifier().getName())
                            .toUpperCase(Locale.ROOT);
            case RuleCall call ->
                    switch (call.getRule().getName()) {
                        case "Name" -> word(feature, keyword);
                        case "Quantity" -> quantity(feature);
                        case "DatedQuantity" -> quantity(feature) + " [from DATE]";
                        case "STRING" -> "\"…\"";
                        case "DATE", "MONTH" -> call.getRule().getName();
                        case "NUMBER" -> "N";
                        case "Pattern" -> "N:M";
                        default -> part(call);
                    };
            default -> throw new AssertionError("what is the value of " + feature.getName());
        };
    }

    private String part(RuleCall call) {
        EClass type = (EClass) GenaiPackage.eINSTANCE.getEClassifier(call.getRule().getName());
        return of(List.of(call.getRule().getAlternatives()), type);
    }

    private String word(EStructuralFeature feature, String keyword) {
        String name =
                feature.getName().equals(keyword)
                        ? "NAME"
                        : Wording.kebab(feature.getName()).toUpperCase(Locale.ROOT);
        Optional<Property> own = Properties.of(feature).filter(p -> !p.vocabulary().isEmpty());
        own.or(() -> outer.filter(p -> !p.vocabulary().isEmpty()))
                .ifPresent(p -> words.put(name, p.vocabulary()));
        return name;
    }

    private String quantity(EStructuralFeature feature) {
        return Properties.of(feature)
                .filter(p -> !p.dimensions().isEmpty())
                .or(() -> outer)
                .map(Property::dimensions)
                .filter(dimensions -> !dimensions.isEmpty())
                .map(
                        dimensions ->
                                dimensions.stream()
                                        .map(Dimension::name)
                                        .map(n -> n.replace(' ', '-').toUpperCase(Locale.ROOT))
                                        .collect(Collectors.joining(" or ")))
                .orElse("QUANTITY");
    }
}
