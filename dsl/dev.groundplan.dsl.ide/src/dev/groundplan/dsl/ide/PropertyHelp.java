package dev.groundplan.dsl.ide;

import dev.groundplan.core.units.Dimension;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.Properties.Property;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;

/** What a property means and takes, in Markdown. */
public final class PropertyHelp {
    private PropertyHelp() {}

    /** Of the word that stands in the innermost of these blocks. */
    public static Optional<String> of(List<Block> path, String keyword) {
        Optional<EClass> type = BlockTypes.of(path);
        return type.flatMap(t -> BlockTypes.feature(t, keyword))
                .flatMap(Properties::of)
                .map(property -> markdown(keyword, property))
                .or(
                        () ->
                                type.flatMap(t -> BlockTypes.inner(t, keyword))
                                        .map(inner -> block(keyword, inner)));
    }

    private static String block(String keyword, EClass type) {
        return "**" + keyword + "**" + BlockTypes.doc(type).map(d -> ": " + d).orElse("");
    }

    private static String markdown(String keyword, Property property) {
        StringBuilder text = new StringBuilder("**" + keyword + "**");
        property.meaning().ifPresent(meaning -> text.append(": ").append(meaning));
        text.append("\n- takes ").append(takes(property));
        property.example().ifPresent(e -> text.append(", such as `").append(e).append('`'));
        property.otherwise().ifPresent(o -> text.append("\n- left out: `").append(o).append('`'));
        return text.toString();
    }

    /** What a value is: a duration, one of some words, a name. */
    static String takes(Property property) {
        if (!property.vocabulary().isEmpty()) {
            return String.join(" | ", property.vocabulary());
        }
        if (property.dimensions().isEmpty()) {
            return "a value";
        }
        return property.dimensions().stream()
                        .map(Dimension::phrase)
                        .collect(Collectors.joining(" or "))
                + range(property);
    }

    private static String range(Property property) {
        return switch (property.range().orElse("")) {
            case "uncertain" -> " or its range (P10..median..P90)";
            case "distribution" -> " over requests (P10..median..P90)";
            case "profile" -> " over time (trough..usual..peak)";
            case "bounds" -> " (least..most)";
            default -> "";
        };
    }
}
