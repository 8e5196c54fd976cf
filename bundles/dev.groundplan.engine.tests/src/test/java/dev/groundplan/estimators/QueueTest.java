package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting of requests, against what queueing theory knows exactly. */
class QueueTest {
    /** Every step takes as long whatever is under way, prompts take no time. */
    private static final ReplicaPace CONSTANT =
            new ReplicaPace() {
                @Override
                public double step(double sequences) {
                    return 0.01;
                }

                @Override
                public double prompt(double tokens) {
                    return 1e-9;
                }
            };

    /**
     * Pollaczek and Khinchine: a single server with random arrivals waits λ·E[S²]/(2·(1 − ρ)), here
     * with answers whose lengths vary with the square of their mean.
     */
    @ParameterizedTest(name = "busy {0}")
    @CsvSource({"0.3, 0.43", "0.5, 1.0", "0.7, 2.333"})
    void oneSlotWaitsAsThePollaczekKhinchineFormulaSays(double busy, double meanWait) {
        double spread = Math.sqrt(Math.log(2));
        // 1,001 tokens, of which the first needs no step: 10 seconds
        ReplicaLoad load = new ReplicaLoad(1, 0, 1001, spread, 1, 1);
        QueueSimulation queue = new QueueSimulation(CONSTANT, load, 200_000, new KeyedRandom(1));
        assertEquals(1, queue.meanFirstToken(busy / 10) / (10 * meanWait), 0.08);
    }

    /**
     * Erlang's delay formula for ten servers that are busy for 0.8 of their time: 0.409 wait,
     * 0.2046 of a service time on average over all.
     */
    @Test
    void tenSlotsWaitAsErlangsFormulaSays() {
        double spread = Math.sqrt(Math.log(2));
        ReplicaLoad load = new ReplicaLoad(1, 0, 1001, spread, 10, 1);
        QueueSimulation queue = new QueueSimulation(CONSTANT, load, 200_000, new KeyedRandom(1));
        assertEquals(1, queue.meanFirstToken(0.8) / 2.046, 0.1);
    }

    @ParameterizedTest(name = "{0} times its mean")
    @CsvSource({"1.0, 0", "1.8, 0.59"})
    void theSpreadFollowsFromTheNinthDecile(double p90OverMean, double atLeast) {
        double spread = ReplicaLoad.spread(p90OverMean);
        assertTrue(spread >= atLeast, () -> "spread " + spread);
        assertEquals(
                p90OverMean, Math.exp(1.2815515655446004 * spread - spread * spread / 2), 1e-9);
    }

    @Property(tries = 60)
    void aHigherRateNeverMakesARequestQuicker(
            @ForAll @DoubleRange(min = 0.05, max = 0.8) double busy,
            @ForAll @IntRange(min = 1, max = 64) int slots) {
        ReplicaLoad load = new ReplicaLoad(800, 0.7, 200, 0.8, slots, 512);
        QueueSimulation queue = new QueueSimulation(served(), load, 1000, new KeyedRandom(1));
        double most = new QueueFormula(served(), load).rate(slots);
        double quiet = queue.levels(busy * most).firstToken();
        double full = queue.levels(1.2 * busy * most).firstToken();
        assertTrue(full >= quiet * 0.97, quiet + " s, then " + full + " s");
    }

    /** The decision may end before the simulation does, and is that of the whole of it. */
    @Property(tries = 200)
    void whatIsKeptIsWhatTheLevelsSay(
            @ForAll @DoubleRange(min = 0.05, max = 1.5) double busy,
            @ForAll @IntRange(min = 1, max = 64) int slots,
            @ForAll @DoubleRange(min = 0.3, max = 3) double share,
            @ForAll @DoubleRange(min = 0.3, max = 3) double other) {
        ReplicaLoad load = new ReplicaLoad(800, 0.7, 200, 0.8, slots, 512);
        QueueSimulation queue = new QueueSimulation(served(), load, 500, new KeyedRandom(1));
        double rate = busy * new QueueFormula(served(), load).rate(slots);
        PeakLevels levels = queue.levels(rate);
        PeakLevels promised =
                new PeakLevels(levels.firstToken() * share, levels.perToken() * other);
        assertEquals(levels.within(promised), queue.keeps(promised, rate));
        assertTrue(queue.keeps(levels, rate));
    }

    /**
     * Where the product trusts the formula, it is between six tenths and one and a half of what the
     * simulation sees.
     */
    @Property(tries = 100)
    void theFormulaHoldsWhereLittleIsUnderWay(
            @ForAll @DoubleRange(min = 0.02, max = 0.4) double busy,
            @ForAll @IntRange(min = 8, max = 128) int slots,
            @ForAll @DoubleRange(min = 0.2, max = 1.2) double spread,
            @ForAll @DoubleRange(min = 100, max = 5000) double input,
            @ForAll @DoubleRange(min = 20, max = 800) double output) {
        ReplicaLoad load = new ReplicaLoad(input, spread, output, spread, slots, 2048);
        QueueFormula formula = new QueueFormula(served(), load);
        Assume.that(formula.promptShare(busy * slots) <= 0.2);
        PeakLevels levels = formula.levels(busy * slots);
        PeakLevels seen =
                new QueueSimulation(served(), load, 4000, new KeyedRandom(1))
                        .levels(formula.rate(busy * slots));
        double first = levels.firstToken() / seen.firstToken();
        assertTrue(first > 0.6 && first < 1.5, () -> first + " of the simulated first token");
    }

    @Property(tries = 60)
    void whatIsPromisedLooserIsKeptAtNoLowerRate(
            @ForAll @DoubleRange(min = 0.2, max = 3) double first,
            @ForAll @DoubleRange(min = 0.02, max = 0.2) double each) {
        ReplicaLoad load = new ReplicaLoad(800, 0.7, 200, 0.8, 64, 2048);
        PeakLevels strict = new PeakLevels(first, each);
        assertTrue(
                SustainedRate.byFormula(served(), load, strict)
                        <= SustainedRate.byFormula(served(), load, strict.times(1.5)) * 1.0001);
    }

    private static ReplicaPace served() {
        return new ReplicaPace() {
            @Override
            public double step(double sequences) {
                return 0.008 + 0.0002 * sequences;
            }

            @Override
            public double prompt(double tokens) {
                return 0.01 + tokens * 5e-5;
            }
        };
    }
}
