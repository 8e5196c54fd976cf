package dev.groundplan.planner.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.schedule.NetworkBuilder;
import dev.groundplan.planner.schedule.WorkCalendar;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated percentiles against those that follow from the distributions on paper. */
class ClosedFormsTest {
    private static final double SIGMA = 0.5;
    private static final Uncertain<Time> HUNDRED_DAYS = Uncertain.spread(Time.days(100), SIGMA);

    /** Standard normal. */
    private static double z(double share) {
        return Normal.quantile(share);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 80, 95})
    void oneTaskEndsWhenItsDistributionSays(int percent) {
        SimulationResult result = Models.run(Models.taking(Models.chain(1), List.of(HUNDRED_DAYS)));
        double expected = 100 * Math.exp(SIGMA * z(percent / 100.0));
        assertEquals(expected, Models.days(result, percent), 0.02 * expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 80, 95})
    void theLaterOfTwoIsTheSquareOfTheDistribution(int percent) {
        SimulationResult result =
                Models.run(Models.taking(Models.beside(2), List.of(HUNDRED_DAYS, HUNDRED_DAYS)));
        double expected = 100 * Math.exp(SIGMA * z(Math.sqrt(percent / 100.0)));
        assertEquals(expected, Models.days(result, percent), 0.02 * expected);
        assertEquals(0.5, result.criticality(0).value(), 0.015);
    }

    /**
     * The sum of 50 independent lognormals: mean, variance and skewness add up, and by Cornish and
     * Fisher's expansion they give its percentiles.
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 50, 80, 95})
    void aChainHasTheMomentsOfItsLinks(int percent) {
        int n = 50;
        SimulationResult result =
                Models.run(Models.taking(Models.chain(n), Collections.nCopies(n, HUNDRED_DAYS)));
        double w = Math.exp(SIGMA * SIGMA);
        double mean = n * 100 * Math.sqrt(w);
        double deviation = 100 * Math.sqrt(n * w * (w - 1));
        double skewness = (w + 2) * Math.sqrt(w - 1) / Math.sqrt(n);
        double z = z(percent / 100.0);
        double expected = mean + deviation * (z + (z * z - 1) * skewness / 6);
        assertEquals(expected, Models.days(result, percent), 0.003 * expected);
        assertEquals(mean, result.finish().mean().days(), 0.003 * mean);
        assertEquals(1, result.criticality(n / 2).value());
    }

    @Test
    void whatOneDriverMovesAloneMovesTogether() {
        ModelBuilder builder = Models.of(Models.chain(2), 1);
        int driver = builder.driver("expertise");
        for (int a = 0; a < 2; a++) {
            Drawn drawn = new Drawn("a" + a, "duration");
            builder.takes(a, builder.input(drawn, HUNDRED_DAYS, driver, Ratio.ONE));
        }
        SimulationResult result = Models.run(builder);
        double expected = 200 * Math.exp(SIGMA * z(0.8));
        assertEquals(expected, Models.days(result, 80), 0.02 * expected);
    }

    /** The logarithm of a product of two is normal; its variance holds their covariance. */
    @Test
    void inputsOfADriverCorrelateWithTheProductOfTheirLoads() {
        ModelBuilder builder = Models.of(Models.chain(1), 1);
        int driver = builder.driver("prices");
        Uncertain<Money> money = Uncertain.spread(Money.of(100, CurrencyCode.USD), SIGMA);
        Uncertain<Ratio> factor = Uncertain.spread(Ratio.ONE, SIGMA);
        int one = builder.input(new Drawn("a", "price"), money, driver, Ratio.percent(80));
        int other = builder.input(new Drawn("b", "price"), factor, driver, Ratio.percent(60));
        builder.cost(Ratio.ONE, one, other);
        SimulationResult result = Models.run(builder);
        double sigma = SIGMA * Math.sqrt(2 + 2 * 0.8 * 0.6);
        double expected = 100 * Math.exp(sigma * z(0.8));
        assertEquals(
                expected, result.cost().percentile(Ratio.percent(80)).value(), 0.02 * expected);
        // a product's logarithm goes with each factor's score as the covariance says
        Sensitivity first = result.sensitivities().get(1);
        assertEquals((1 + 0.48) * SIGMA / sigma, first.onCost().value(), 0.02);
        assertTrue(first.costLow().compareTo(first.costHigh()) < 0);
    }

    @Test
    void aRiskComesTrueAsOftenAsItsProbabilitySays() {
        NetworkBuilder network = Models.chain(2);
        ModelBuilder builder = Models.of(network, 1);
        builder.takes(0, builder.input(new Drawn("a0", "duration"), HUNDRED_DAYS));
        int probability =
                builder.input(
                        new Drawn("risk", "probability"), Uncertain.exactly(Ratio.percent(30)));
        int happens = builder.chance(new Drawn("risk", "occurs"), probability);
        int delay = builder.input(new Drawn("risk", "delay"), Uncertain.exactly(Time.days(1_000)));
        int cost =
                builder.input(
                        new Drawn("risk", "cost"),
                        Uncertain.exactly(Money.of(1_000, CurrencyCode.USD)));
        builder.takes(1, happens, delay).cost(Ratio.ONE, happens, cost);
        SimulationResult result = Models.run(builder);
        assertEquals(300, result.cost().mean().value(), 10);
        assertEquals(0.3, result.criticality(1).value(), 0.01);
        assertEquals(0.7, result.cost().shareUpTo(Money.of(500, CurrencyCode.USD)).value(), 0.01);
        Sensitivity risk =
                result.sensitivities().stream()
                        .filter(s -> s.drawn().quantity().equals("occurs"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(0, risk.costLow().value());
        assertEquals(1_000, risk.costHigh().value());
        assertEquals(1_000, risk.finishHigh().minus(risk.finishLow()).days(), 3);
    }

    /** Rounds 1, 2 or 3, each half as long as the one before. */
    @Test
    void aLoopGoesRoundAsOftenAsWasDrawn() {
        ModelBuilder builder = Models.of(Models.chain(6), 1);
        int rounds =
                builder.rounds(
                        new Drawn("loop", "rounds"),
                        Uncertain.exactly(new Count(3)),
                        -1,
                        Ratio.ZERO);
        int learning =
                builder.input(new Drawn("loop", "learning"), Uncertain.exactly(Ratio.percent(50)));
        int effort = builder.input(new Drawn("tune", "effort"), Uncertain.exactly(Effort.days(8)));
        int rate =
                builder.input(
                        new Drawn("engineer", "rate"),
                        Uncertain.exactly(new PricePerDay(Money.of(100, CurrencyCode.USD))));
        for (int a = 0; a < 6; a++) {
            builder.work(a, Ratio.ONE, effort).paid(a, rate).inRound(a, rounds, a + 1, learning);
        }
        SimulationResult result = Models.run(builder.build(), 10, 1);
        assertEquals(8 + 4 + 2, result.effort().mean().value(), 1e-9);
        assertEquals(1_400, result.cost().mean().value(), 1e-6);
        assertEquals(14 * 480, result.finish().mean().value() / 60, 1e-6);
    }

    /** Rounds 1..2..5: P10 and P90 as written, P50 as the median rounded to whole rounds. */
    @Test
    void roundsAreWholeAndMeetTheirPercentiles() {
        ModelBuilder builder = Models.of(Models.chain(1), 1);
        int rounds =
                builder.rounds(
                        new Drawn("loop", "rounds"),
                        Uncertain.of(new Count(1), new Count(2), new Count(5)),
                        -1,
                        Ratio.ZERO);
        int price =
                builder.input(
                        new Drawn("round", "price"),
                        Uncertain.exactly(Money.of(1, CurrencyCode.USD)));
        builder.cost(Ratio.ONE, rounds, price);
        SimulationResult result = Models.run(builder);
        assertEquals(1, result.cost().percentile(Ratio.percent(10)).value());
        assertEquals(2, result.cost().percentile(Ratio.percent(50)).value());
        assertEquals(5, result.cost().percentile(Ratio.percent(90)).value());
    }

    @Test
    void aGateThatStopsHalfTheProjectsLeavesHalfOfThem() {
        NetworkBuilder network = new NetworkBuilder();
        int before = network.activity("before", WorkCalendar.elapsed(), 600);
        int gate = network.milestone("gate");
        int behind = network.activity("behind", WorkCalendar.elapsed(), 600);
        int beside = network.activity("beside", WorkCalendar.elapsed(), 1_200);
        network.order(before, gate).order(gate, behind);
        ModelBuilder builder = Models.of(network, 1);
        int price =
                builder.input(
                        new Drawn("any", "price"),
                        Uncertain.exactly(Money.of(100, CurrencyCode.USD)));
        for (int a : new int[] {before, behind, beside}) {
            builder.costOf(a, Ratio.ONE, price);
        }
        int probability =
                builder.input(
                        new Drawn("gate", "probability"), Uncertain.exactly(Ratio.percent(50)));
        builder.stopIf(gate, builder.chance(new Drawn("gate", "fails"), probability));
        SimulationResult result = Models.run(builder);
        assertEquals(0.5, result.reachesProduction().value(), 0.015);
        // all of what was before, half of what went on beside, nothing of what was to come
        assertEquals(150, result.spentWhenStopped().mean().value(), 1e-9);
        assertEquals(300, result.cost().mean().value(), 1e-9);
    }

    @Test
    void theChanceOfADayIsTheShareOfRunsUpToIt() {
        SimulationResult result = Models.run(Models.taking(Models.chain(1), List.of(HUNDRED_DAYS)));
        Time p80 = Time.days(100 * Math.exp(SIGMA * z(0.8)));
        assertEquals(0.8, result.finish().shareUpTo(p80).value(), 0.01);
    }

    @Test
    void aGateTooLateStops() {
        ModelBuilder builder = Models.taking(Models.chain(1), List.of(HUNDRED_DAYS));
        builder.stopAfter(0, 100 * WorkCalendar.DAY);
        assertEquals(0.5, Models.run(builder).reachesProduction().value(), 0.015);
    }
}
