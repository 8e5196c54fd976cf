package dev.groundplan.core.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Quantities.class)
@Domain(DomainContext.Global.class)
class PercentilesTest {
    @Property
    void theThreeOfTheRangeAreItsPercentiles(@ForAll Uncertain<Bytes> range) {
        near(range.low(), Percentiles.of(range, Ratio.percent(10)));
        near(range.likely(), Percentiles.of(range, Ratio.percent(50)));
        near(range.high(), Percentiles.of(range, Ratio.percent(90)));
    }

    private static void near(Bytes expected, Bytes actual) {
        assertEquals(expected.value(), actual.value(), expected.value() * 1e-9);
    }

    @Property
    void percentilesNeverFall(
            @ForAll Uncertain<Count> range,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double q) {
        Count lower = Percentiles.of(range, new Ratio(Math.min(p, q)));
        Count upper = Percentiles.of(range, new Ratio(Math.max(p, q)));
        assertTrue(lower.compareTo(upper) <= 0);
    }

    @Property
    void theChanceOfAPercentileIsItsProbability(
            @ForAll Uncertain<Bytes> range,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double probability) {
        Assume.that(range.low().value() < range.likely().value() * 0.99);
        Assume.that(range.high().value() > range.likely().value() * 1.01);
        Bytes limit = Percentiles.of(range, new Ratio(probability));
        assertEquals(probability, Percentiles.chanceOfAtMost(range, limit).value(), 1e-6);
    }

    @Test
    void whatIsKnownIsCertain() {
        Uncertain<Bytes> exact = Uncertain.exactly(new Bytes(5));
        assertEquals(Ratio.ONE, Percentiles.chanceOfAtMost(exact, new Bytes(5)));
        assertEquals(Ratio.ZERO, Percentiles.chanceOfAtMost(exact, new Bytes(4)));
        assertEquals(new Bytes(5), Percentiles.of(exact, Ratio.percent(80)));
    }

    @Test
    void certaintyIsNoProbability() {
        Uncertain<Bytes> range = Uncertain.between(new Bytes(1), new Bytes(5));
        assertThrows(IllegalArgumentException.class, () -> Percentiles.of(range, Ratio.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Percentiles.of(range, Ratio.ONE));
    }
}
