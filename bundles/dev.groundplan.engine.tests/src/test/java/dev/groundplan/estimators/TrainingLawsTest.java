package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of every training job, whatever the constants are. */
class TrainingLawsTest {
    private static final PriorSource PRIORS = Priors.builtIn()::get;

    @Property(tries = 200)
    void twiceTheTokensTakeTwiceTheHours(
            @ForAll @DoubleRange(min = 7.5, max = 12) double size,
            @ForAll @DoubleRange(min = 8, max = 13) double tokens,
            @ForAll @IntRange(max = 5) int stack) {
        TrainingCase job = job(size, stack, 64);
        double once = hours(job, StrictMath.pow(10, tokens));
        double twice = hours(job, 2 * StrictMath.pow(10, tokens));
        assertEquals(2, twice / once, 1e-9);
    }

    @Property(tries = 300)
    void moreAcceleratorsAreNeverSlowerTogetherAndNeverFasterEach(
            @ForAll @DoubleRange(min = 8, max = 11.5) double size,
            @ForAll @IntRange(max = 5) int stack,
            @ForAll @IntRange(min = 3, max = 11) int doublings) {
        int n = 1 << doublings;
        double few = hours(job(size, stack, n), 1e12);
        double many = hours(job(size, stack, 2 * n), 1e12);
        assertTrue(many >= few * (1 - 1e-9), "each is faster beside others: " + few + ", " + many);
        assertTrue(
                many / (2 * n) <= few / n * (1 + 1e-9),
                "twice as many take longer: " + few / n + ", " + many / (2 * n));
    }

    @Property(tries = 200)
    void computingActivationsAgainTakesTimeAndSavesMemory(
            @ForAll @DoubleRange(min = 8, max = 11) double size,
            @ForAll @IntRange(min = 1, max = 8) int microBatch) {
        Parallel held = Parallel.NONE.withMicroBatch(microBatch).withZero(3);
        TrainingCase keeping = job(size, 1, 64).with(held.with(Recompute.NONE));
        TrainingCase again = job(size, 1, 64).with(held.with(Recompute.FULL));
        assertTrue(hours(again, 1e12) > hours(keeping, 1e12));
        JobMemory memory = new JobMemory();
        assertTrue(
                memory.training(again, PRIORS).likely().value()
                        <= memory.training(keeping, PRIORS).likely().value());
    }

    @Property(tries = 200)
    void fewerBitsNeverTakeMoreMemory(
            @ForAll @DoubleRange(min = 8.5, max = 11) double size,
            @ForAll @IntRange(min = 256, max = 8192) int sequence) {
        double sixteen = tuned(size, sequence, Optional.empty());
        double eight = tuned(size, sequence, Optional.of(Count.of(8)));
        double four = tuned(size, sequence, Optional.of(Count.of(4)));
        assertTrue(eight <= sixteen, eight + " at 8 bits, " + sixteen + " at 16");
        assertTrue(four <= eight, four + " at 4 bits, " + eight + " at 8");
    }

    @Property(tries = 200)
    void adaptersNeverTakeLongerThanAllWeights(
            @ForAll @DoubleRange(min = 8.5, max = 11) double size,
            @ForAll @IntRange(min = 64, max = 16384) int sequence) {
        TuningSpeed speed = new TuningSpeed();
        double adapters =
                speed.sequence(tuning(size, sequence, TuningRecipe.Trained.ADAPTERS), PRIORS)
                        .likely()
                        .value();
        double all =
                speed.sequence(tuning(size, sequence, TuningRecipe.Trained.ALL), PRIORS)
                        .likely()
                        .value();
        assertTrue(adapters <= all, adapters + " with adapters, " + all + " with all");
    }

    @Property(tries = 200)
    void aLongerAnswerMakesALongerStep(
            @ForAll @DoubleRange(min = 9, max = 11) double size,
            @ForAll @IntRange(min = 64, max = 4096) int answer) {
        ReinforceSpeed speed = new ReinforceSpeed();
        assertTrue(
                speed.step(reinforce(size, 2 * answer), PRIORS).likely().value()
                        > speed.step(reinforce(size, answer), PRIORS).likely().value());
    }

    /**
     * The mean of what is at most as long as the longest is less than both the longest and the mean
     * of all.
     */
    @Property(tries = 200)
    void aDatasetThatDropsLongExamplesHasShorterOnes(
            @ForAll @DoubleRange(min = 50, max = 5000) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 1.2) double spread,
            @ForAll @DoubleRange(min = 0.3, max = 8) double longest) {
        TextLengths lengths = new TextLengths(new Tokens(mean), new Tokens(mean * spread));
        double kept = lengths.padded(longest * mean, true, 1);
        double cut = lengths.padded(longest * mean, false, 1);
        assertTrue(kept <= longest * mean);
        assertTrue(kept <= cut * (1 + 1e-9), kept + " of those kept, " + cut + " when cut");
        assertTrue(cut <= mean * 1.02, cut + " when cut, " + mean + " uncut");
    }

    private static double tuned(double size, int sequence, Optional<Count> bits) {
        TrainingCase job = job(size, 3, 1).withSequence(new Tokens(sequence));
        TuningRecipe recipe = TuningRecipe.of(TuningRecipe.Trained.ADAPTERS, bits);
        Bytes likely =
                new JobMemory()
                        .tuning(TuningCase.of(job, TuningFramework.TRANSFORMERS, recipe), PRIORS)
                        .likely();
        return likely.value();
    }

    private static TuningCase tuning(double size, int sequence, TuningRecipe.Trained trained) {
        return TuningCase.of(
                job(size, 3, 1).withSequence(new Tokens(sequence)),
                TuningFramework.SWIFT,
                TuningRecipe.of(trained, Optional.empty()));
    }

    private static ReinforceCase reinforce(double size, int answer) {
        return new ReinforceCase(
                job(size, 0, 64),
                ReinforceCase.Algorithm.GRPO,
                Count.of(512),
                new Tokens(256),
                new Tokens(answer),
                new Tokens(answer),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false);
    }

    private static double hours(TrainingCase job, double tokens) {
        return new TrainingSpeed().hours(job, new Tokens(tokens), PRIORS).likely().value();
    }

    private static TrainingCase job(double size, int stack, int accelerators) {
        AcceleratorSpec a100 = Devices.a100(80);
        return TrainingCase.of(
                        ModelShape.ofSize(
                                new Parameters(StrictMath.pow(10, size)), Optional.empty()),
                        a100,
                        TrainingStack.values()[stack])
                .on(Count.of(accelerators))
                .in(Precision.BF16);
    }
}
