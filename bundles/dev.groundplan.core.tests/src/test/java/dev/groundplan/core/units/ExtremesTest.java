package dev.groundplan.core.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The largest, the smallest, the negative, and what is no number at all, in every dimension. */
class ExtremesTest {
    private static final List<Double> NO_NUMBERS =
            List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final List<Double> EXTREMES =
            List.of(1e305, -1e305, Double.MIN_VALUE, 1e-300, -1.0, 0.0, 1.0);

    @Provide
    Arbitrary<Dimension<?>> dimensions() {
        return Arbitraries.of(Dimension.all());
    }

    @Provide
    Arbitrary<Double> anyNumber() {
        // a little short of the largest double: percent count a hundred times as high, and rounding
        // may go up
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e305, 1e305), Arbitraries.of(EXTREMES));
    }

    @Property
    void whatIsNoNumberIsRefused(@ForAll("dimensions") Dimension<?> dimension) {
        for (double number : NO_NUMBERS) {
            var error = assertThrows(IllegalArgumentException.class, () -> dimension.base(number));
            assertTrue(
                    error.getMessage().contains("is not a number")
                            || error.getMessage().contains("is too large"));
            assertThrows(IllegalArgumentException.class, () -> dimension.base(1).of(number));
            assertThrows(IllegalArgumentException.class, () -> dimension.base(1).times(number));
            assertThrows(
                    IllegalArgumentException.class, () -> dimension.base(1).dividedBy(Double.NaN));
        }
    }

    @Property
    void everyFiniteNumberPrintsAndIsReadAgain(
            @ForAll("dimensions") Dimension<?> dimension, @ForAll("anyNumber") double number) {
        String text = dimension.base(number).toString();
        assertFalse(text.contains("E") && !text.contains("EFLOPS"), text);
        assertTrue(text.length() < 60, text);
        assertTrue(Measure.parse(text).isPresent(), text);
    }

    @Property
    void readingNeverThrows(
            @ForAll("dimensions") Dimension<?> dimension, @ForAll("anyNumber") double number) {
        for (Dimension<?> other : Dimension.all()) {
            for (String unit : other.units()) {
                Measure one = Quantities.measure("1 " + unit);
                Measure measure = new Measure(number, one.unit(), one.perAmount(), one.per());
                dimension.read(measure);
                dimension.readBare(measure);
            }
        }
    }

    @Test
    void aNumberTooLargeInTheBaseUnitIsNotRead() {
        assertEquals(Optional.empty(), Dimension.BYTES.read(Measure.of(1e308, "TB")));
        assertEquals(Optional.empty(), Dimension.TIME.read(Measure.of(1e308, "years")));
        assertEquals(
                Optional.empty(),
                Dimension.PRICE_PER_MILLION_TOKENS.read(Measure.of(1e308, "USD", "token")));
        assertEquals(
                Optional.empty(),
                Dimension.PRICE_PER_ITEM.read(new Measure(1, "USD", Double.MIN_VALUE, "request")));
        assertEquals(Optional.empty(), Dimension.GROWTH_RATE.read(Measure.of(-300, "%", "year")));
    }

    @Property
    void aSumThatOverflowsIsRefused(@ForAll("dimensions") Dimension<?> dimension) {
        overflows(dimension);
    }

    private <Q extends Quantity<Q>> void overflows(Dimension<Q> dimension) {
        Q large = dimension.base(1.7e308);
        assertThrows(IllegalArgumentException.class, () -> large.plus(large));
        assertThrows(IllegalArgumentException.class, () -> large.times(10));
        assertThrows(IllegalArgumentException.class, () -> large.dividedBy(0.01));
        assertThrows(IllegalArgumentException.class, () -> large.dividedBy(dimension.base(1e-10)));
    }

    @Test
    void theMessageSaysWhatWasTooLarge() {
        var error = assertThrows(IllegalArgumentException.class, () -> new Bytes(1e308).times(10));
        assertEquals("data size is too large to represent: Infinity", error.getMessage());
        error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Money.of(Double.NaN, CurrencyCode.USD));
        assertEquals("amount of money is not a number: NaN", error.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Money(new BigDecimal("1e400"), CurrencyCode.USD));
    }

    @Property
    void thereIsNoNegativeZero(@ForAll("dimensions") Dimension<?> dimension) {
        assertEquals(dimension.base(0), dimension.base(-0.0));
        assertEquals("0", dimension.base(1).times(-0.0).toString().split(" ")[0]);
    }

    @Test
    void aDifferenceMayBeNegative() {
        assertEquals("-5 GB", Bytes.gigabytes(75).minus(Bytes.gigabytes(80)).toString());
        assertFalse(Dimension.BYTES.allowsNegative());
        assertTrue(Dimension.GROWTH_RATE.allowsNegative());
    }

    @Property
    void aDurationIsTheSameTimeToTheNanosecond(@ForAll("seconds") double seconds) {
        Duration duration = new Time(seconds).toDuration();
        assertEquals(seconds, Time.of(duration).value(), 1e-9 + Math.abs(seconds) * 1e-15);
    }

    @Provide
    Arbitrary<Double> seconds() {
        return Arbitraries.doubles().between(-1e12, 1e12);
    }

    @Test
    void aTimeTooLongForADurationIsTheLongest() {
        assertEquals(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), new Time(1e300).toDuration());
        assertEquals(Duration.ofSeconds(Long.MIN_VALUE), new Time(-1e300).toDuration());
        assertEquals(Duration.ofMillis(800), new Time(0.8).toDuration());
        assertEquals(Duration.ofMillis(-1500), new Time(-1.5).toDuration());
        assertEquals(Duration.ZERO, new Time(0).toDuration());
        assertEquals(Long.MAX_VALUE, new Count(1e300).toLong());
    }
}
