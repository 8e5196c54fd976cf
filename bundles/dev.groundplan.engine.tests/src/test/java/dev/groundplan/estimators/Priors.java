package dev.groundplan.estimators;

import dev.groundplan.catalogue.Library;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Measure;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built-in constants, read without the language, so that a defect of the parser is not taken
 * for one of an estimator. Knows just as much of the syntax as the catalogue's file uses.
 */
final class Priors {
    private static final Pattern PRIOR =
            Pattern.compile("(?m)^prior (\\S+) \"[^\"]*\" \\{\\s*value (\\S+)(.*?)\\s+source");
    private static final Pattern SCALED = Pattern.compile("(-?[0-9_.]+?)([kMBT%]?)");

    private Priors() {}

    static Map<String, Prior> builtIn() {
        String text =
                Library.all().stream()
                        .filter(library -> library.name().equals("priors.genai"))
                        .findFirst()
                        .orElseThrow()
                        .text();
        Map<String, Prior> priors = new LinkedHashMap<>();
        Matcher matcher = PRIOR.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            priors.put(name, prior(name, value(name, matcher.group(2), matcher.group(3).strip())));
        }
        return Map.copyOf(priors);
    }

    /** The constants and these rates alone. */
    static Catalogue catalogue(Map<String, RoleRate> rates) {
        return new Catalogue(
                "test", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), rates,
                builtIn(), Map.of(), List.of(), Map.of(), Map.of(), Map.of());
    }

    static Prior prior(String name, Uncertain<?> value) {
        Source source = new Source("test", Optional.empty(), Confidence.RECALLED);
        return new Prior(
                name,
                Optional.empty(),
                value,
                Optional.empty(),
                new Origin.FromCatalogue(name, source, SourceRange.NOWHERE));
    }

    private static Uncertain<?> value(String name, String range, String unit) {
        String[] numbers = range.split("\\.\\.");
        Measure[] measures = new Measure[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            measures[i] = measure(numbers[i], unit);
        }
        boolean effort = name.startsWith("effort.") && !unit.isEmpty();
        Dimension<?> dimension =
                effort
                        ? Dimension.EFFORT
                        : Dimension.of(measures[0]).orElseThrow(() -> new AssertionError(name));
        return range(dimension, measures);
    }

    private static <Q extends Quantity<Q>> Uncertain<Q> range(
            Dimension<Q> dimension, Measure[] at) {
        Q first =
                dimension
                        .read(at[0])
                        .orElseThrow(() -> new AssertionError(at[0] + " is not " + dimension));
        return switch (at.length) {
            case 1 -> Uncertain.exactly(first);
            case 2 -> Uncertain.between(first, dimension.read(at[1]).orElseThrow());
            default ->
                    Uncertain.of(
                            first,
                            dimension.read(at[1]).orElseThrow(),
                            dimension.read(at[2]).orElseThrow());
        };
    }

    private static Measure measure(String number, String unit) {
        Matcher scaled = SCALED.matcher(number);
        if (!scaled.matches()) {
            throw new AssertionError(number);
        }
        double scale =
                switch (scaled.group(2)) {
                    case "k" -> 1e3;
                    case "M" -> 1e6;
                    case "B" -> 1e9;
                    case "T" -> 1e12;
                    default -> 1;
                };
        double value = Double.parseDouble(scaled.group(1).replace("_", "")) * scale;
        String[] per = (" " + unit).split(" per ");
        String divisor = per.length > 1 ? per[1] : "";
        return divisor.startsWith("1M ")
                ? new Measure(value, per[0].strip(), 1e6, divisor.substring(3))
                : new Measure(value, per[0].strip(), 1, divisor);
    }
}
