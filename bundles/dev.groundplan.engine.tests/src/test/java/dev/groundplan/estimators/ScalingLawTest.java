package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingLawTest {
    private static final double CHINCHILLA = 5.76e23;
    private static final ScalingLaw LAW = ScalingLaw.of(Priors.builtIn()::get);

    /**
     * Tokens a parameter at the computing of Chinchilla, by three published sets of constants:
     * Besiroglu 2024, Hoffmann 2022 as rounded in the text, and as in the source of the text.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Besiroglu, 1.8172, 482.01, 2085.43, 0.3478, 0.3658, 18.4, 0.5",
        "Hoffmann rounded, 1.69, 406.4, 410.7, 0.34, 0.28, 92.6, 2",
        "Hoffmann source, 1.6934, 406.4, 410.7, 0.3392, 0.2849, 59.1, 2",
        "refit of the same points, 1.8172, 477.5, 2143, 0.3473, 0.3672, 18, 1",
    })
    void tokensAParameterOfChinchilla(
            String name,
            double e,
            double a,
            double b,
            double alpha,
            double beta,
            double published,
            double tolerance) {
        ScalingLaw.Size best = new ScalingLaw(e, a, b, alpha, beta).optimal(CHINCHILLA);
        assertEquals(published, best.tokens() / best.parameters(), tolerance);
    }

    @Test
    void theCatalogueHasTheReplicationsConstants() {
        ScalingLaw.Size best = LAW.optimal(CHINCHILLA);
        assertEquals(18.4, best.tokens() / best.parameters(), 0.5);
        assertEquals(CHINCHILLA, 6 * best.parameters() * best.tokens(), 1e-9 * CHINCHILLA);
    }

    /** The closed form lies where no neighbour is better. */
    @Property(tries = 200)
    void noOtherSizeOfTheSameComputingHasALowerLoss(
            @ForAll @DoubleRange(min = 19, max = 26) double flop,
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double away) {
        double c = StrictMath.pow(10, flop);
        ScalingLaw.Size best = LAW.optimal(c);
        double n = best.parameters() * StrictMath.exp(away);
        assertTrue(LAW.loss(n, c / (6 * n)) >= LAW.loss(best.parameters(), best.tokens()) - 1e-12);
    }

    /** Without service the cheapest model of a loss is the compute-optimal one. */
    @Property(tries = 100)
    void whatIsNeverServedIsTrainedComputeOptimally(
            @ForAll @DoubleRange(min = 19, max = 25) double flop) {
        ScalingLaw.Size best = LAW.optimal(StrictMath.pow(10, flop));
        double loss = LAW.loss(best.parameters(), best.tokens());
        ScalingLaw.Size cheapest = LAW.cheapest(loss, 0, 1);
        assertEquals(1, cheapest.parameters() / best.parameters(), 1e-3);
        assertEquals(1, cheapest.tokens() / best.tokens(), 1e-3);
    }

    @Property(tries = 100)
    void whatIsServedMoreIsSmallerAndTrainedLonger(
            @ForAll @DoubleRange(min = 20, max = 24) double flop,
            @ForAll @DoubleRange(min = 9, max = 14) double served) {
        ScalingLaw.Size best = LAW.optimal(StrictMath.pow(10, flop));
        double loss = LAW.loss(best.parameters(), best.tokens());
        ScalingLaw.Size little = LAW.cheapest(loss, StrictMath.pow(10, served), 1);
        ScalingLaw.Size much = LAW.cheapest(loss, 10 * StrictMath.pow(10, served), 1);
        assertTrue(much.parameters() <= little.parameters() * 1.0001);
        assertTrue(much.tokens() >= little.tokens() * 0.9999);
        assertEquals(loss, LAW.loss(much.parameters(), much.tokens()), 1e-6);
    }

    /** Muennighoff 2023: up to four passes are about as good as new tokens. */
    @Test
    void fourPassesAreNearlyAsGoodAsNewTokens() {
        assertEquals(4e9, ScalingLaw.worth(4e9, 1e9, 15.387756), 0.3e9);
        assertEquals(1e9, ScalingLaw.worth(1e9, 1e9, 15.387756), 1);
    }

    @Property(tries = 100)
    void readingAgainNeverHelpsMoreThanNewTokensAndNeverHarms(
            @ForAll @DoubleRange(min = 1, max = 100) double passes) {
        double once = ScalingLaw.worth(passes * 1e9, 1e9, 15.387756);
        double again = ScalingLaw.worth((passes + 1) * 1e9, 1e9, 15.387756);
        assertTrue(once <= passes * 1e9 * (1 + 1e-12));
        assertTrue(again >= once);
        assertTrue(again <= (1 + 15.387756) * 1e9);
    }
}
