package dev.groundplan.core.units;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Arbitrary quantities of every dimension, over the magnitudes that plans reach and well beyond. */
public final class Quantities extends DomainContextBase {
    /** Two numbers' worth of one dimension: the laws need the same type twice. */
    record Three<Q extends Quantity<Q>>(Q a, Q b, Q c) {}

    /** Numbers of every magnitude from 1e-6 to 1e18, with no digit favoured. */
    static Arbitrary<Double> positive() {
        return Arbitraries.doubles().between(-6, 18).map(exponent -> Math.pow(10, exponent));
    }

    static Arbitrary<Double> signed() {
        return Combinators.combine(positive(), Arbitraries.of(1.0, -1.0, 0.0))
                .as((size, sign) -> size * sign + 0.0);
    }

    @Provide
    Arbitrary<Three<?>> threes() {
        return Combinators.combine(Arbitraries.of(Dimension.all()), signed(), signed(), signed())
                .as((dimension, a, b, c) -> three(dimension, a, b, c));
    }

    @Provide
    Arbitrary<Quantity<?>> quantities() {
        return Combinators.combine(Arbitraries.of(Dimension.all()), signed())
                .as((dimension, v) -> dimension.base(v));
    }

    /** Ranges above zero, of bytes; some of them exact. */
    @Provide
    Arbitrary<Uncertain<Bytes>> ranges() {
        return Combinators.combine(positive(), factor(), factor())
                .as(
                        (likely, down, up) ->
                                Uncertain.of(
                                        new Bytes(likely / down),
                                        new Bytes(likely),
                                        new Bytes(likely * up)));
    }

    /** Ranges below, across and above zero. */
    @Provide
    Arbitrary<Uncertain<Count>> signedRanges() {
        return Arbitraries.doubles()
                .between(-1e9, 1e9)
                .list()
                .ofSize(3)
                .map(values -> values.stream().sorted().toList())
                .map(
                        (List<Double> v) ->
                                Uncertain.of(
                                        new Count(v.get(0)),
                                        new Count(v.get(1)),
                                        new Count(v.get(2))));
    }

    private static Arbitrary<Double> factor() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(1.0)),
                        net.jqwik.api.Tuple.of(4, Arbitraries.doubles().between(1, 50)))
                .withoutEdgeCases();
    }

    private static <Q extends Quantity<Q>> Three<Q> three(
            Dimension<Q> dimension, double a, double b, double c) {
        return new Three<>(dimension.base(a), dimension.base(b), dimension.base(c));
    }

    /** Whether two numbers agree to about 14 digits of the largest number that took part. */
    static boolean agree(double one, double other, double... others) {
        double size = Math.max(Math.abs(one), Math.abs(other));
        for (double number : others) {
            size = Math.max(size, Math.abs(number));
        }
        return Math.abs(one - other) <= size * 1e-14;
    }

    /** Reads what a person would type; fails the test when it does not parse. */
    static Measure measure(String text) {
        return Measure.parse(text).orElseThrow(() -> new AssertionError("does not parse: " + text));
    }

    static <Q extends Quantity<Q>> Q read(Dimension<Q> dimension, String text) {
        return dimension
                .read(measure(text))
                .orElseThrow(() -> new AssertionError(dimension + " does not read: " + text));
    }
}
