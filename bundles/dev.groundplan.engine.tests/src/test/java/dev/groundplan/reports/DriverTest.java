package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Driver;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverTest {
    @Test
    void aFactorMovesTheResultAsItMoves() {
        Input wide = Analyses.assumed("wide", ratio(1, 2, 4));
        Input narrow = Analyses.assumed("narrow", ratio(1, 1.1, 1.21));
        Input exact = Analyses.assumed("exact", ratio(2, 2, 2));
        Estimate<Ratio> product =
                Analyses.estimate(
                        ratio(1, 4, 16),
                        Derivation.of("Test", "a · b · c", narrow, wide, exact),
                        "p");
        List<Driver> drivers = Driver.of(product);
        assertEquals(List.of("wide", "narrow"), names(drivers));
        assertEquals(4, drivers.getFirst().swing().value(), 1e-9);
    }

    @Test
    void aPartOfASumMovesItByItsShare() {
        Estimate<Money> large = cost("large", 900, Analyses.assumed("rate", ratio(0.9, 1, 1.1)));
        Estimate<Money> small = cost("small", 100, Analyses.assumed("luck", ratio(0.5, 1, 2)));
        Estimate<Money> sum =
                Analyses.estimate(
                        Uncertain.exactly(usd(1000)),
                        Derivation.of("Test", "a + b", Input.of("a", large), Input.of("b", small)),
                        "sum");
        List<Driver> drivers = Driver.of(sum);
        assertEquals(List.of("rate", "luck"), names(drivers));
        assertEquals(Math.pow(1.1 / 0.9, 0.9), drivers.getFirst().swing().value(), 1e-9);
        assertEquals(Math.pow(4, 0.1), drivers.getLast().swing().value(), 1e-9);
    }

    @Test
    void anInputMetTwiceCountsTwice() {
        Input rate = Analyses.assumed("rate", ratio(0.5, 1, 2));
        Estimate<Money> sum =
                Analyses.estimate(
                        Uncertain.exactly(usd(1000)),
                        Derivation.of(
                                "Test",
                                "a + b",
                                Input.of("a", cost("a", 500, rate)),
                                Input.of("b", cost("b", 500, rate))),
                        "sum");
        assertEquals(4, Driver.of(sum).getFirst().swing().value(), 1e-9);
    }

    @Test
    void aSingleValueOfTheFileCountsOnlyWhereItIsDoubted() {
        Input point =
                Input.of(
                        "n",
                        "rounds",
                        Stated.written(Uncertain.exactly(new Ratio(3)), SourceRange.NOWHERE));
        Input known = Analyses.assumed("known", ratio(2, 2, 2));
        Estimate<Ratio> product =
                Analyses.estimate(
                        Uncertain.exactly(new Ratio(6)),
                        Derivation.of("Test", "n · b", point, known),
                        "p");
        assertEquals(List.of(), Driver.of(product));
        List<Driver> doubted = Driver.of(product, new Ratio(0.2));
        assertEquals(List.of("rounds"), names(doubted));
        assertEquals(1.2 / 0.8, doubted.getFirst().swing().value(), 1e-9);
    }

    private static Estimate<Money> cost(String name, double amount, Input input) {
        return Analyses.estimate(
                Uncertain.exactly(usd(amount)), Derivation.of("Test", "x", input), name);
    }

    private static List<String> names(List<Driver> drivers) {
        return drivers.stream().map(driver -> driver.input().meaning()).toList();
    }

    private static Uncertain<Ratio> ratio(double low, double likely, double high) {
        return Uncertain.of(new Ratio(low), new Ratio(likely), new Ratio(high));
    }

    private static Money usd(double amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
