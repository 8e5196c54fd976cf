package dev.groundplan.dsl.blocks;

import dev.groundplan.core.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What the model's annotations say of each property: the single source for checks of values,
 * completion, hover and the reference.
 */
public final class Properties {
    /** The source of the annotation on a feature. */
    public static final String ANNOTATION = "http://groundplan.dev/genai/property";

    private Properties() {}

    /**
     * One property of a block.
     *
     * @param keyword its word in the language
     * @param vocabulary the words that it takes; empty when it takes others than fixed words
     * @param dimensions those that it may have; the first is the usual one
     * @param open whether other words than those of the vocabulary are allowed
     * @param once whether it stands at most once in a block
     */
    public record Property(
            String keyword,
            List<Dimension<?>> dimensions,
            Optional<String> range,
            Optional<String> example,
            Optional<String> otherwise,
            List<String> vocabulary,
            boolean open,
            Optional<String> meaning,
            boolean once) {}

    /** What is said of a feature; empty when it is no property of the language. */
    public static Optional<Property> of(EStructuralFeature feature) {
        EAnnotation annotation = feature.getEAnnotation(ANNOTATION);
        if (annotation == null) {
            return Optional.empty();
        }
        String words = detail(annotation, "vocabulary").orElse("");
        return Optional.of(
                new Property(
                        detail(annotation, "keyword").orElseGet(() -> kebab(feature.getName())),
                        dimensions(detail(annotation, "dimension").orElse("")),
                        detail(annotation, "range"),
                        detail(annotation, "example"),
                        detail(annotation, "default"),
                        words.isBlank() ? List.of() : List.of(words.strip().split("\\s+")),
                        detail(annotation, "open").isPresent(),
                        detail(annotation, "doc"),
                        detail(annotation, "repeats").isEmpty()));
    }

    /**
     * The feature behind a word of the language.
     *
     * @throws IllegalArgumentException when the class has no such property: a defect of the caller
     */
    public static EStructuralFeature feature(EClass type, String keyword) {
        EStructuralFeature feature = type.getEStructuralFeature(camel(keyword));
        if (feature != null) {
            return feature;
        }
        for (EStructuralFeature other : type.getEAllStructuralFeatures()) {
            EAnnotation annotation = other.getEAnnotation(ANNOTATION);
            if (annotation != null && keyword.equals(annotation.getDetails().get("keyword"))) {
                return other;
            }
        }
        throw new IllegalArgumentException(type.getName() + " has no property " + keyword);
    }

    private static Optional<String> detail(EAnnotation annotation, String key) {
        return Optional.ofNullable(annotation.getDetails().get(key));
    }

    private static List<Dimension<?>> dimensions(String constants) {
        List<Dimension<?>> dimensions = new ArrayList<>();
        for (String constant : constants.split(",")) {
            Dimension<?> dimension = DIMENSIONS.get(constant.strip());
            if (dimension != null) {
                dimensions.add(dimension);
            }
        }
        return dimensions;
    }

    /** The names by which annotations call the dimensions. */
    private static final Map<String, Dimension<?>> DIMENSIONS =
            Map.ofEntries(
                    Map.entry("COUNT", Dimension.COUNT),
                    Map.entry("RATIO", Dimension.RATIO),
                    Map.entry("TIME", Dimension.TIME),
                    Map.entry("BYTES", Dimension.BYTES),
                    Map.entry("BYTES_PER_SECOND", Dimension.BYTES_PER_SECOND),
                    Map.entry("BYTES_PER_TOKEN", Dimension.BYTES_PER_TOKEN),
                    Map.entry("FLOP", Dimension.FLOP),
                    Map.entry("FLOP_PER_SECOND", Dimension.FLOP_PER_SECOND),
                    Map.entry("TOKENS", Dimension.TOKENS),
                    Map.entry("TOKENS_PER_SECOND", Dimension.TOKENS_PER_SECOND),
                    Map.entry("TOKENS_PER_ITEM", Dimension.TOKENS_PER_ITEM),
                    Map.entry("PARAMETERS", Dimension.PARAMETERS),
                    Map.entry("ACCELERATOR_HOURS", Dimension.ACCELERATOR_HOURS),
                    Map.entry("REQUEST_RATE", Dimension.REQUEST_RATE),
                    Map.entry("ITEMS_PER_REQUEST", Dimension.ITEMS_PER_REQUEST),
                    Map.entry("TIME_PER_ITEM", Dimension.TIME_PER_ITEM),
                    Map.entry("HOURS_PER_DAY", Dimension.HOURS_PER_DAY),
                    Map.entry("EFFORT", Dimension.EFFORT),
                    Map.entry("EFFORT_PER_MONTH", Dimension.EFFORT_PER_MONTH),
                    Map.entry("GROWTH_RATE", Dimension.GROWTH_RATE),
                    Map.entry("INTERRUPTION_RATE", Dimension.INTERRUPTION_RATE),
                    Map.entry("POWER", Dimension.POWER),
                    Map.entry("ENERGY", Dimension.ENERGY),
                    Map.entry("CARBON", Dimension.CARBON),
                    Map.entry("CARBON_INTENSITY", Dimension.CARBON_INTENSITY),
                    Map.entry("MONEY", Dimension.MONEY),
                    Map.entry("PRICE_PER_HOUR", Dimension.PRICE_PER_HOUR),
                    Map.entry("PRICE_PER_DAY", Dimension.PRICE_PER_DAY),
                    Map.entry("PRICE_PER_MONTH", Dimension.PRICE_PER_MONTH),
                    Map.entry("PRICE_PER_MILLION_TOKENS", Dimension.PRICE_PER_MILLION_TOKENS),
                    Map.entry("PRICE_PER_ITEM", Dimension.PRICE_PER_ITEM));

    private static String camel(String keyword) {
        if (keyword.indexOf('-') < 0) {
            return keyword;
        }
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < keyword.length(); i++) {
            char c = keyword.charAt(i);
            if (c == '-') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }

    private static String kebab(String name) {
        StringBuilder keyword = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                keyword.append('-').append(Character.toLowerCase(c));
            } else {
                keyword.append(c);
            }
        }
        return keyword.toString();
    }
}
