package dev.groundplan.core.units;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a written measure becomes a quantity of one dimension. */
interface Reading<Q> {
    /** The quantity, or nothing when the units are others or the number leaves the range of a double. */
    Optional<Q> read(Measure measure, DoubleFunction<Q> inBaseUnit);

    /** The units that may be written, the usual ones first. */
    List<String> words();

    /** A number in one of these units. */
    static <Q> Reading<Q> in(Units units) {
        return new Numbers<>(units, null, 1);
    }

    /** A number in one of these units for each of those; base unit: the first's base per {@code size} of the second's. */
    static <Q> Reading<Q> per(Units units, Units per, double size) {
        return new Numbers<>(units, per, size);
    }

    /** An amount in any currency. */
    static Reading<Money> money() {
        return new Amounts<>(null, 1, Function.identity());
    }

    /** An amount in any currency for each of those; base unit: per {@code size} of them. */
    static <Q> Reading<Q> money(Units per, double size, Function<Money, Q> price) {
        return new Amounts<>(per, size, price);
    }

    /** This, else the other. */
    default Reading<Q> or(Reading<Q> other) {
        Reading<Q> first = this;
        return new Reading<>() {
            @Override
            public Optional<Q> read(Measure measure, DoubleFunction<Q> inBaseUnit) {
                return first.read(measure, inBaseUnit).or(() -> other.read(measure, inBaseUnit));
            }

            @Override
            public List<String> words() {
                return first.words();
            }
        };
    }

    private static OptionalDouble share(Measure measure, Units per, double size) {
        if (per == null) {
            return measure.per().isEmpty() ? OptionalDouble.of(1) : OptionalDouble.empty();
        }
        OptionalDouble unit = per.size(measure.per());
        return unit.isEmpty()
                ? unit
                : OptionalDouble.of(size / (measure.perAmount() * unit.getAsDouble()));
    }

    private static Stream<String> after(String unit, Units per, double size) {
        if (per == null) {
            return Stream.of(unit);
        }
        Stream<String> usual =
                per.list().stream().filter(p -> p.size() == size).map(Units.Unit::singular);
        String inMany =
                new Measure(
                                1,
                                unit,
                                size / per.list().getFirst().size(),
                                per.list().getFirst().plural())
                        .toString();
        return Stream.concat(
                        usual.map(p -> (unit + " per " + p).strip()),
                        Stream.of(inMany.substring(2)))
                .limit(1);
    }

    /** Plain numbers. */
    record Numbers<Q>(Units units, Units per, double size) implements Reading<Q> {
        @Override
        public Optional<Q> read(Measure measure, DoubleFunction<Q> inBaseUnit) {
            OptionalDouble unit = units.size(measure.unit());
            OptionalDouble share = share(measure, per, size);
            if (unit.isEmpty() || share.isEmpty()) {
                return Optional.empty();
            }
            double value = measure.number() * unit.getAsDouble() * share.getAsDouble();
            return Double.isFinite(value) ? Optional.of(inBaseUnit.apply(value)) : Optional.empty();
        }

        @Override
        public List<String> words() {
            return units.list().stream()
                    .flatMap(unit -> after(unit.plural(), per, size))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /** Amounts of money. */
    record Amounts<Q>(Units per, double size, Function<Money, Q> price) implements Reading<Q> {
        @Override
        public Optional<Q> read(Measure measure, DoubleFunction<Q> inBaseUnit) {
            Optional<CurrencyCode> currency = CurrencyCode.read(measure.unit());
            OptionalDouble share = share(measure, per, size);
            if (currency.isEmpty() || share.isEmpty() || !Double.isFinite(share.getAsDouble())) {
                return Optional.empty();
            }
            BigDecimal amount =
                    BigDecimal.valueOf(measure.number())
                            .multiply(BigDecimal.valueOf(share.getAsDouble()), Monetary.PRECISION);
            return Double.isFinite(amount.doubleValue())
                    ? Optional.of(price.apply(new Money(amount, currency.get())))
                    : Optional.empty();
        }

        @Override
        public List<String> words() {
            return after(CurrencyCode.USD.code(), per, size).toList();
        }
    }
}
