package dev.groundplan.dsl.lowering;

import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Measure;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.model.Scaled;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a value that has no meaning was most likely meant to be. */
final class Corrections {
    private Corrections() {}

    /** A bare number most likely lacks the unit that the property usually has. */
    static Optional<String> corrected(
            WrittenQuantity value,
            Dimension<?> dimension,
            Properties.Property property,
            String written) {
        Measure last = value.measures().getLast();
        if (last.unit().isEmpty() && last.per().isEmpty() && !dimension.units().isEmpty()) {
            return Optional.of(written + " " + usualUnit(dimension, property));
        }
        return Optional.empty();
    }

    private static String usualUnit(Dimension<?> dimension, Properties.Property property) {
        String example = property.example().orElse(dimension.example());
        int space = example.indexOf(' ');
        return space < 0 ? dimension.units().getFirst() : example.substring(space + 1);
    }

    /** The same numbers from the least to the largest, each spelled with its scale. */
    static String ordered(dev.groundplan.dsl.model.Quantity quantity, String written) {
        List<Scaled> numbers = quantity.getNumbers();
        Scaled last = numbers.getLast();
        double inherited = Numbers.scale(last);
        int end = written.lastIndexOf(last.spelling()) + last.spelling().length();
        List<Scaled> sorted =
                numbers.stream()
                        .map(n -> n.scale().isEmpty() ? new Scaled(n.spelling() + last.scale()) : n)
                        .sorted(
                                Comparator.comparingDouble(
                                        n -> Numbers.read(n, inherited).orElse(0)))
                        .toList();
        String joined =
                sorted.stream()
                        .map(n -> n.scale().isEmpty() ? inScaleOf(sorted.getLast(), n) : n)
                        .map(Scaled::spelling)
                        .collect(Collectors.joining(".."));
        return joined + written.substring(end);
    }

    /** What ends a range lends its scale to the others: 800 before 6k is 0.8k. */
    private static Scaled inScaleOf(Scaled last, Scaled bare) {
        if (last.scale().isEmpty()) {
            return bare;
        }
        BigDecimal number = BigDecimal.valueOf(Numbers.read(bare, 1).orElse(0));
        BigDecimal scaled = number.divide(BigDecimal.valueOf(Numbers.scale(last)));
        return new Scaled(scaled.stripTrailingZeros().toPlainString() + last.scale());
    }
}
