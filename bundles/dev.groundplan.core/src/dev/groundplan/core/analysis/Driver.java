package dev.groundplan.core.analysis;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input that is not known exactly, and what that does to a result.
 *
 * @param input a leaf of the derivation
 * @param swing the result's high over its low end when this input alone is in doubt; an estimate by
 *     the widths along the way, in which parts of one dimension count as summands and all else as
 *     factors
 */
public record Driver(Input input, Ratio swing) {
    /** Deeper derivations than this are chains of the same thing. */
    private static final int DEEPEST = 40;

    private static final Comparator<Driver> LARGEST_FIRST =
            Comparator.comparing((Driver driver) -> driver.swing().value())
                    .reversed()
                    .thenComparing(driver -> driver.input().meaning());

    /** The drivers of a result, the largest first. */
    public static List<Driver> of(Estimate<?> estimate) {
        return of(estimate, Optional.empty());
    }

    /**
     * What would drive a result if the single values that the file states were in doubt, the
     * largest first.
     *
     * @param spread of such a value, as a share of it to either side, below one
     */
    public static List<Driver> of(Estimate<?> estimate, Ratio spread) {
        return of(estimate, Optional.of(spread));
    }

    private static List<Driver> of(Estimate<?> estimate, Optional<Ratio> spread) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        Map<String, Double> logarithms = new HashMap<>();
        collect(estimate.derivation(), 1, 0, spread, inputs, logarithms);
        List<Driver> drivers = new ArrayList<>();
        inputs.forEach(
                (id, input) -> {
                    double swing = StrictMath.exp(Math.min(logarithms.get(id), 700));
                    if (swing > 1) {
                        drivers.add(new Driver(input, new Ratio(swing)));
                    }
                });
        drivers.sort(LARGEST_FIRST);
        return drivers;
    }

    /** What tells one input from another, wherever it is used. */
    public static String identity(Input input) {
        return input.meaning() + '\u0000' + input.value();
    }

    private static void collect(
            Derivation derivation,
            double weight,
            int depth,
            Optional<Ratio> spread,
            Map<String, Input> inputs,
            Map<String, Double> logarithms) {
        Map<Dimension<?>, Double> totals = new HashMap<>();
        for (Input input : derivation.inputs()) {
            if (isSummand(input)) {
                double size = Math.abs(input.range().orElseThrow().likely().value());
                totals.merge(input.range().orElseThrow().likely().dimension(), size, Double::sum);
            }
        }
        for (Input input : derivation.inputs()) {
            if (input.range().isEmpty()) {
                continue;
            }
            double share = weight;
            if (isSummand(input)) {
                var likely = input.range().orElseThrow().likely();
                double total = totals.get(likely.dimension());
                share = total == 0 ? 0 : weight * Math.abs(likely.value()) / total;
            }
            boolean opens = input.estimate().isPresent() && depth < DEEPEST;
            if (opens && hasRanges(input.estimate().orElseThrow().derivation())) {
                Derivation inner = input.estimate().orElseThrow().derivation();
                collect(inner, share, depth + 1, spread, inputs, logarithms);
            } else {
                double width = width(input, spread, derivation.formula());
                double logarithm = Double.isFinite(width) ? StrictMath.log(width) : 0;
                inputs.putIfAbsent(identity(input), input);
                logarithms.merge(identity(input), share * logarithm, Double::sum);
            }
        }
    }

    /** High over low of what the formula takes the input as: an overhead u often as 1 + u. */
    private static double width(Input input, Optional<Ratio> spread, String formula) {
        Uncertain<?> range = input.range().orElseThrow();
        if (spread.isPresent() && input.isPoint()) {
            double share = spread.get().value();
            return (1 + share) / (1 - share);
        }
        double added = formula.contains("(1 + " + input.symbol() + ")") ? 1 : 0;
        return added == 0
                ? range.widthRatio()
                : (added + range.high().value()) / (added + range.low().value());
    }

    private static boolean hasRanges(Derivation derivation) {
        return derivation.inputs().stream().anyMatch(input -> input.range().isPresent());
    }

    private static boolean isSummand(Input input) {
        return input.estimate().isPresent()
                && input.range().isPresent()
                && !(input.range().orElseThrow().likely() instanceof Ratio)
                && !(input.range().orElseThrow().likely() instanceof Count);
    }
}
