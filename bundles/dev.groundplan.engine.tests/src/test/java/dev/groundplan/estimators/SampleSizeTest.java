package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
    /** The textbook's sizes for a share of one half at 95 %. */
    @ParameterizedTest(name = "{0} examples")
    @CsvSource({"385, 0.05", "1068, 0.03", "2401, 0.02", "9604, 0.01"})
    void theUsualSizesGiveTheUsualDoubt(int examples, double doubt) {
        assertEquals(doubt, SampleSize.doubt(0.5, examples), 0.0004);
    }

    /** A fifth discordant, five points: (1.96·√0.2 + 0.84·√0.1975)² / 0.0025 = 625. */
    @Test
    void pairsOfMcNemar() {
        assertEquals(625, SampleSize.pairs(0.05, 0.2), 1);
    }

    /** Five points around one half, 80 % power: 15.7·0.25/0.0025 = 1,570 for each of the two. */
    @Test
    void unpairedSharesNeedMore() {
        assertEquals(1570, SampleSize.unpaired(0.475, 0.525), 5);
        assertTrue(SampleSize.unpaired(0.475, 0.525) > SampleSize.pairs(0.05, 0.2));
    }

    @Property(tries = 200)
    void moreExamplesNeverLeaveMoreDoubt(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 10, max = 100_000) int examples) {
        assertTrue(SampleSize.doubt(share, 2 * examples) < SampleSize.doubt(share, examples));
    }

    @Property(tries = 200)
    void aSmallerStepNeedsMoreExamples(
            @ForAll @DoubleRange(min = 0.02, max = 0.5) double step,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double discordant) {
        assertTrue(SampleSize.pairs(step / 2, discordant) > SampleSize.pairs(step, discordant));
    }
}
