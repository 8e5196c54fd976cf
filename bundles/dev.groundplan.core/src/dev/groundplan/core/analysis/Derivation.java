package dev.groundplan.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a number is what it is.
 *
 * @param estimator whose page explains the formula
 * @param formula in the field's symbols
 * @param notes what a reader should know besides: assumptions, limits of validity
 */
public record Derivation(String estimator, String formula, List<Input> inputs, List<String> notes) {
    public Derivation {
        inputs = List.copyOf(inputs);
        notes = List.copyOf(notes);
    }

    public static Derivation of(String estimator, String formula, Input... inputs) {
        return new Derivation(estimator, formula, List.of(inputs), List.of());
    }

    public Derivation and(Input input) {
        List<Input> more = new ArrayList<>(inputs);
        more.add(input);
        return new Derivation(estimator, formula, more, notes);
    }

    public Derivation note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Derivation(estimator, formula, inputs, more);
    }

    /** Every input that it rests on, those of its inputs' derivations included, itself first. */
    public Stream<Input> allInputs() {
        return inputs.stream()
                .flatMap(
                        input ->
                                Stream.concat(
                                        Stream.of(input),
                                        input.estimate().stream()
                                                .flatMap(e -> e.derivation().allInputs())));
    }
}
