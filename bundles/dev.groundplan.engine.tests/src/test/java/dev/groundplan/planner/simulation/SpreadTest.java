package dev.groundplan.planner.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
    @ParameterizedTest
    @CsvSource({
        // from tables of the standard normal distribution
        "0.5, 0",
        "0.8, 0.8416212335729143",
        "0.9, 1.2815515655446004",
        "0.975, 1.959963984540054",
        "0.995, 2.5758293035489004",
        "0.001, -3.090232306167813",
        "1e-9, -5.997807015007686"
    })
    void quantilesOfTheNormalDistributionAreThoseOfTheTables(double p, double z) {
        assertEquals(z, Normal.quantile(p), 1e-13 * Math.max(1, Math.abs(z)));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 5, 10",
        "1, 1, 1",
        "0.5, 2, 5",
        "5, 8, 8",
        "0, 2, 5", // begins at nothing
        "-3, 0, 4",
        "1e-9, 1, 1e9"
    })
    void theThreePercentilesAreMetExactly(double low, double likely, double high) {
        Spread spread = Spread.of(Uncertain.of(new Count(low), new Count(likely), new Count(high)));
        assertEquals(low, spread.at(-Normal.Z90), 1e-12 * Math.max(1, Math.abs(low)));
        assertEquals(likely, spread.at(0), 0);
        assertEquals(high, spread.at(Normal.Z90), 1e-12 * Math.abs(high));
    }

    @Property
    void aHigherScoreIsNeverALowerValue(
            @ForAll @DoubleRange(min = 0.01, max = 100) double low,
            @ForAll @DoubleRange(min = 1, max = 10) double one,
            @ForAll @DoubleRange(min = 1, max = 10) double other,
            @ForAll @DoubleRange(min = -7, max = 7) double from,
            @ForAll @DoubleRange(min = 0, max = 3) double step) {
        Spread spread =
                Spread.of(
                        Uncertain.of(
                                new Count(low),
                                new Count(low * one),
                                new Count(low * one * other)));
        assertTrue(spread.at(from) <= spread.at(from + step));
        assertTrue(spread.at(from) > 0);
    }

    @Test
    void whatBeginsAtNothingIsNeverLess() {
        Spread spread = Spread.of(Uncertain.of(new Count(0), new Count(2), new Count(5)));
        assertEquals(0, spread.at(-6));
    }
}
