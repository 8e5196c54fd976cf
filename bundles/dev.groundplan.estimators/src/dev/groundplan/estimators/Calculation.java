package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;

/**
 * One formula with its inputs, computed and explained from one place, so that a derivation cannot
 * name an input that the number does not rest on. Each term is evaluated at its likely value and,
 * one at a time, at its ends.
 */
final class Calculation {
    /** An input of the formula, holding the value at which it is evaluated now. */
    final class Term {
        private final int index;
        private final double likely;

        private Term(int index, double likely) {
            this.index = index;
            this.likely = likely;
        }

        /** In the base unit of its dimension. */
        double value() {
            return index < now.length ? now[index] : likely;
        }
    }

    private final String estimator;
    private final String formula;
    private final List<Input> inputs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Uncertain<?>> ranges = new ArrayList<>();

    /** The values at which the formula is evaluated now; empty before it is. */
    private double[] now = {};

    /**
     * @param estimator whose page explains the formula
     * @param formula in the field's symbols
     */
    Calculation(String estimator, String formula) {
        this.estimator = estimator;
        this.formula = formula;
    }

    /** Another result as input. */
    Term result(String symbol, Estimate<?> estimate) {
        return term(Input.of(symbol, estimate), estimate.value());
    }

    /** An uncertain value of the plan. */
    Term range(String symbol, String meaning, Stated<? extends Uncertain<?>> stated) {
        return term(Input.of(symbol, meaning, stated), stated.value());
    }

    /** A value of the plan that is known exactly. */
    <Q extends Quantity<Q>> Term exact(String symbol, String meaning, Stated<Q> stated) {
        return term(Input.of(symbol, meaning, stated), Uncertain.exactly(stated.value()));
    }

    /** A whole number known exactly, such as a dimension of the architecture. */
    Term number(String symbol, String meaning, long number, Origin origin) {
        return exact(symbol, meaning, new Stated<>(Count.of(number), origin));
    }

    /** A constant of the catalogue. */
    <Q extends Quantity<Q>> Term prior(
            String symbol, Facts facts, String name, Dimension<Q> dimension) {
        return term(Input.of(symbol, facts.prior(name)), facts.prior(name, dimension));
    }

    /** A constant of the catalogue without a dimension: a factor, a share or a plain count. */
    Term plainPrior(String symbol, Facts facts, String name) {
        Uncertain<?> value = facts.prior(name).value();
        if (!(value.likely() instanceof Ratio) && !(value.likely() instanceof Count)) {
            throw new IllegalStateException("prior " + name + " is not a plain number");
        }
        return term(Input.of(symbol, facts.prior(name)), value);
    }

    /** A constant of the catalogue, in the base unit of whatever dimension it has. */
    Term constant(String symbol, Facts facts, String name) {
        return term(Input.of(symbol, facts.prior(name)), facts.prior(name).value());
    }

    /** An input that the reader sees but that is not moved, since it is known exactly. */
    Calculation shown(Input input) {
        inputs.add(input);
        return this;
    }

    /** What a reader should know besides. */
    Calculation note(String note) {
        notes.add(note);
        return this;
    }

    /** The explanation so far, for a number that is computed elsewhere. */
    Derivation derivation() {
        return new Derivation(estimator, formula, inputs, notes);
    }

    /**
     * Evaluates the formula.
     *
     * @param value reads the terms; in the base unit of the result
     * @return empty when the result is too large for a number, or divides by nothing
     */
    <Q extends Quantity<Q>> Optional<Estimate<Q>> of(
            ResultKey key, String title, DoubleFunction<Q> quantity, DoubleSupplier value) {
        boolean[] finite = {true};
        Uncertain<Q> range =
                Uncertain.combine(
                        ranges,
                        at -> {
                            now = at;
                            double result = value.getAsDouble();
                            // a quantity refuses what is not a number; the flag remembers that
                            // there was one
                            finite[0] &= Double.isFinite(result);
                            return quantity.apply(Double.isFinite(result) ? result : 0);
                        });
        return finite[0]
                ? Optional.of(new Estimate<>(key, title, range, derivation()))
                : Optional.empty();
    }

    /**
     * The sum of all terms, which all have the result's dimension; empty when there are none or it
     * is too large.
     */
    static <Q extends Quantity<Q>> Optional<Estimate<Q>> sum(
            String estimator,
            ResultKey key,
            String title,
            List<Estimate<Q>> parts,
            List<String> notes) {
        double largest = parts.stream().mapToDouble(p -> p.value().high().value()).sum();
        if (parts.isEmpty() || !Double.isFinite(largest)) {
            return Optional.empty();
        }
        List<Input> inputs =
                parts.stream()
                        .map(part -> Input.of(part.key().segments().getLast(), part))
                        .toList();
        Derivation derivation = new Derivation(estimator, "sum of the parts", inputs, notes);
        Uncertain<Q> sum = Uncertain.sum(parts.stream().map(Estimate::value).toList());
        return Optional.of(new Estimate<>(key, title, sum, derivation));
    }

    private Term term(Input input, Uncertain<?> range) {
        Term term = new Term(ranges.size(), range.likely().value());
        inputs.add(input);
        ranges.add(range);
        return term;
    }
}
