package dev.groundplan.dsl.lowering;

import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Measure;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.dsl.model.Scaled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A quantity as it stands in the text: one to three numbers that share a unit.
 *
 * @param measures in the order written; empty when a number cannot be read
 */
record WrittenQuantity(List<Measure> measures) {

    static WrittenQuantity of(dev.groundplan.dsl.model.Quantity quantity) {
        List<Scaled> numbers = quantity.getNumbers();
        if (numbers.isEmpty()) {
            return new WrittenQuantity(List.of());
        }
        String unit = orEmpty(quantity.getUnit());
        String per = orEmpty(quantity.getPer());
        OptionalDouble perAmount =
                quantity.getPerAmount() == null
                        ? OptionalDouble.of(1)
                        : Numbers.read(quantity.getPerAmount(), 1);
        if (perAmount.isPresent() && perAmount.getAsDouble() <= 0) {
            return new WrittenQuantity(List.of());
        }
        double scale = Numbers.scale(numbers.getLast());
        List<Measure> measures = new ArrayList<>();
        for (Scaled spelled : numbers) {
            OptionalDouble number = Numbers.read(spelled, scale);
            if (number.isEmpty()) {
                return new WrittenQuantity(List.of());
            }
            measures.add(new Measure(number.getAsDouble(), unit, perAmount.orElse(1), per));
        }
        return new WrittenQuantity(List.copyOf(measures));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    boolean isEmpty() {
        return measures.isEmpty();
    }

    /** Whether the numbers rise, as those of every range must. */
    boolean rises() {
        for (int i = 1; i < measures.size(); i++) {
            if (measures.get(i - 1).number() > measures.get(i).number()) {
                return false;
            }
        }
        return true;
    }

    /** The values in a dimension; empty when it is another one or the order is wrong. */
    <Q extends Quantity<Q>> List<Q> in(Dimension<Q> dimension) {
        List<Q> values = new ArrayList<>();
        for (Measure measure : measures) {
            Optional<Q> value = dimension.readBare(measure);
            if (value.isEmpty() || value.get().value() < 0 && !dimension.allowsNegative()) {
                return List.of();
            }
            values.add(value.get());
        }
        return rises() ? values : List.of();
    }

    /** One, two or three values as one range. */
    <Q extends Quantity<Q>, R> Optional<R> as(
            Dimension<Q> dimension, Function<Q, R> one, Between<Q, R> two, Three<Q, R> three) {
        List<Q> values = in(dimension);
        return switch (values.size()) {
            case 1 -> Optional.of(one.apply(values.get(0)));
            case 2 -> Optional.of(two.apply(values.get(0), values.get(1)));
            case 3 -> Optional.of(three.apply(values.get(0), values.get(1), values.get(2)));
            default -> Optional.empty();
        };
    }

    <Q extends Quantity<Q>> Optional<Uncertain<Q>> uncertain(Dimension<Q> dimension) {
        return as(dimension, Uncertain::exactly, Uncertain::between, Uncertain::of);
    }

    <Q extends Quantity<Q>> Optional<Distribution<Q>> distribution(Dimension<Q> dimension) {
        return as(dimension, Distribution::exactly, Distribution::between, Distribution::of);
    }

    <Q extends Quantity<Q>> Optional<Profile<Q>> profile(Dimension<Q> dimension) {
        return as(dimension, Profile::exactly, Profile::between, Profile::of);
    }

    <Q extends Quantity<Q>> Optional<Bounds<Q>> bounds(Dimension<Q> dimension) {
        return as(dimension, Bounds::exactly, Bounds::between, Bounds::of);
    }

    /** Makes a range of its ends. */
    interface Between<Q, R> {
        R apply(Q low, Q high);
    }

    /** Makes a range of its ends and middle. */
    interface Three<Q, R> {
        R apply(Q low, Q middle, Q high);
    }
}
