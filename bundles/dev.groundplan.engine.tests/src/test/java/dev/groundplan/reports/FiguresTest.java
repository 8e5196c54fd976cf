package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Percentiles;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 USD",
        "0.15,0.15 USD",
        "9999,'9,999 USD'",
        "10000,10k USD",
        "41234,41.2k USD",
        "268500,268k USD",
        "999600,1M USD",
        "2310000,2.31M USD",
        "4.1e9,4.1B USD",
        "2e15,2000T USD",
        "-41234,-41.2k USD"
    })
    void money(double amount, String expected) {
        assertEquals(expected, Figures.quantity(usd(amount)));
    }

    @Test
    void intervals() {
        assertEquals(
                "41.2k USD (28k … 61k)",
                Figures.interval(Uncertain.of(usd(28_000), usd(41_234), usd(61_000))));
        assertEquals("5 GB", Figures.interval(Uncertain.exactly(new Bytes(5e9))));
        assertEquals(
                "1.80e23 FLOP (1.50e23 … 2.10e23)",
                Figures.interval(
                        Uncertain.of(new Flop(1.5e23), new Flop(1.8e23), new Flop(2.1e23))));
        assertEquals(
                "35 % (30 … 40)",
                Figures.interval(
                        Uncertain.of(Ratio.percent(30), Ratio.percent(35), Ratio.percent(40))));
        assertEquals(
                "2 GB (900 MB … 3 GB)",
                Figures.interval(Uncertain.of(new Bytes(9e8), new Bytes(2e9), new Bytes(3e9))));
        PricePerMonth price = new PricePerMonth(usd(9_400));
        assertEquals("9,400 USD per month", Figures.interval(Uncertain.exactly(price)));
    }

    @Test
    void rangesNameTheUnitOnce() {
        assertEquals("28k … 61k USD", Figures.range(Uncertain.between(usd(28_000), usd(61_000))));
        assertEquals(
                "5 days … 3 weeks", Figures.range(Uncertain.between(Time.days(5), Time.days(21))));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,×1.5",
        "2,×2",
        "1.234,×1.23",
        "23.45,×23.4",
        "100,×100",
        "120,×120",
        "45678,×5E+4",
        "Infinity,reaches zero"
    })
    void factors(double factor, String expected) {
        assertEquals(expected, Figures.factor(factor));
    }

    @Test
    void p80LiesBetweenMedianAndP90() {
        Uncertain<Money> cost = Uncertain.of(usd(100), usd(200), usd(400));
        assertEquals(
                200 * Math.pow(2, 0.8416212 / 1.2815516),
                Figures.percentile(cost, new Ratio(0.8)).value(),
                0.01);
        assertEquals(400, Figures.percentile(cost, new Ratio(0.9)).value(), 1e-6);
        assertEquals(200, Figures.percentile(cost, new Ratio(0.5)).value(), 1e-6);
        assertEquals(100, Figures.percentile(cost, new Ratio(0.1)).value(), 1e-6);
    }

    @Property(tries = 300)
    void percentileAndChanceAreInverse(
            @ForAll @DoubleRange(min = 0.02, max = 0.98) double p,
            @ForAll @DoubleRange(min = 1, max = 1e6) double median,
            @ForAll @DoubleRange(min = 0.01, max = 2) double sigma) {
        Uncertain<Time> time = Uncertain.spread(Time.seconds(median), sigma);
        Time value = Percentiles.of(time, new Ratio(p));
        assertEquals(p, Percentiles.chanceOfAtMost(time, value).value(), 1e-6);
    }

    @Test
    void chancesAtTheEnds() {
        Uncertain<Money> cost = Uncertain.of(usd(100), usd(200), usd(400));
        assertEquals(0, Percentiles.chanceOfAtMost(cost, usd(0)).value());
        assertTrue(Percentiles.chanceOfAtMost(cost, usd(1e9)).value() > 0.999999);
        assertEquals(1, Percentiles.chanceOfAtMost(Uncertain.exactly(usd(5)), usd(5)).value());
        assertEquals(0, Percentiles.chanceOfAtMost(Uncertain.exactly(usd(5)), usd(4)).value());
    }

    private static Money usd(double amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
