package dev.groundplan.dsl.reference;

import dev.groundplan.core.units.Dimension;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.Properties.Property;
import dev.groundplan.dsl.model.GenaiPackage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
 * Writes statements that mean something, for the probe. Names are those of {@link #DECLARATIONS};
 * quantities and words are the model's examples.
 */
final class SampleText {
    /** One of everything that a name can lead to. */
    static final String DECLARATIONS =
            """
            licence licence-a { commercial no }
            accelerator accelerator-a { memory 80 GB  bandwidth 2 TB per second }
            region region-a { within EU }
            metric metric-a { better higher }
            benchmark benchmark-a { items 100 }
            model model-a { parameters 8B  licence licence-a }
            prior prior-a { value 0.5 }
            """;

    /**
     * As many as any vocabulary that opens a block has words: the methods of tuning are the most.
     */
    private static final int VARIANTS = 7;

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final int variant;
    private final Optional<Property> outer;

    private SampleText(int variant, Optional<Property> outer) {
        this.variant = variant;
        this.outer = outer;
    }

    /** What opens a block, once with each of the words that it may open with. */
    static List<String> heads(GrammarBlock block) {
        return variants(v -> new SampleText(v, Optional.empty()).of(block.head(), block.type()));
    }

    /** The statement with different values, of which one at least is not its default. */
    static List<String> of(GrammarBlock block, Statement statement) {
        EStructuralFeature feature = block.type().getEStructuralFeature(statement.feature());
        Optional<Property> property = Optional.ofNullable(feature).flatMap(Properties::of);
        EClass owner =
                statement
                        .part()
                        .map(type -> (EClass) GenaiPackage.eINSTANCE.getEClassifier(type))
                        .orElse(block.type());
        return variants(
                v ->
                        statement.keyword()
                                + " "
                                + new SampleText(v, property).of(statement.rest(), owner));
    }

    private static List<String> variants(IntFunction<String> text) {
        return IntStream.range(0, VARIANTS).mapToObj(text).distinct().toList();
    }

    private String of(List<AbstractElement> elements, EClass owner) {
        StringBuilder text = new StringBuilder();
        for (AbstractElement element : elements) {
            text.append(of(element, owner)).append(' ');
        }
        return text.toString();
    }

    private String of(AbstractElement element, EClass owner) {
        return switch (element) {
            case Keyword word -> word.getValue();
            case Assignment strays when strays.getFeature().equals("strays") -> "";
            case Assignment assignment -> value(assignment, owner);
            case Alternatives choice when GrammarUtil.isMultipleCardinality(choice) ->
                    of(choice.getElements(), owner);
            case Alternatives choice -> of(choice.getElements().getFirst(), owner);
            case Group list when StatementForm.startsWithComma(list) -> "";
            case Group group -> of(group.getElements(), owner);
            case RuleCall fragment -> of(fragment.getRule().getAlternatives(), owner);
            default -> "";
        };
    }

    private String value(Assignment assignment, EClass owner) {
        EStructuralFeature feature = owner.getEStructuralFeature(assignment.getFeature());
        return switch (assignment.getTerminal()) {
            case Keyword word -> word.getValue();
            case CrossReference reference -> name(reference.getType().getClassifier().getName());
            case RuleCall call ->
                    switch (call.getRule().getName()) {
                        case "Name" -> word(feature);
                        case "Quantity", "DatedQuantity" -> quantity(feature);
                        case "STRING" -> "\"text\"";
                        case "DATE" -> "2027-03-01";
                        case "MONTH" -> "2023-10";
                        case "NUMBER" -> "8";
                        case "Pattern" -> "2:4";
                        default -> part(call);
                    };
            default -> "";
        };
    }

    private String part(RuleCall call) {
        EClass type = (EClass) GenaiPackage.eINSTANCE.getEClassifier(call.getRule().getName());
        return of(call.getRule().getAlternatives(), type);
    }

    private static String name(String type) {
        return switch (type) {
            case "Servable", "Model" -> "model-a";
            case "Rentable" -> "accelerator-a";
            case "Named", "Stage", "Step" -> "prompt-a";
            case "Alternative" -> "project";
            default -> type.toLowerCase(Locale.ROOT) + "-a";
        };
    }

    private String word(EStructuralFeature feature) {
        List<String> words =
                Properties.of(feature)
                        .filter(p -> !p.vocabulary().isEmpty())
                        .or(() -> outer)
                        .map(Property::vocabulary)
                        .orElse(List.of());
        if (!words.isEmpty()) {
            return words.get(Math.min(variant, words.size() - 1));
        }
        return feature.getName().equals("currency") ? "EUR" : "word";
    }

    private String quantity(EStructuralFeature feature) {
        Optional<Property> own = Properties.of(feature).filter(p -> !p.dimensions().isEmpty());
        String example =
                own.flatMap(Property::example)
                        .or(() -> outer.flatMap(SampleText::ofDimension))
                        .orElse(variant % 2 == 0 ? "0.5" : "5 USD per hour");
        if (variant == 0) {
            return example;
        }
        Matcher digit = DIGIT.matcher(example);
        return digit.find() ? digit.replaceFirst(digit.group().equals("1") ? "2" : "1") : example;
    }

    private static Optional<String> ofDimension(Property property) {
        return property.dimensions().stream().findFirst().map(Dimension::example);
    }
}
