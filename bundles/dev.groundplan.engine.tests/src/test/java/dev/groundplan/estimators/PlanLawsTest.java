package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Analyst;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Severities;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Dimension;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of every plan, whatever the constants are. */
class PlanLawsTest {
    @Property(tries = 50)
    void twiceTheTokensArePreTrainedWithTwiceTheComputing(
            @ForAll @DoubleRange(min = 8, max = 13) double tokens) {
        double once = pretrained(StrictMath.pow(10, tokens));
        double twice = pretrained(2 * StrictMath.pow(10, tokens));
        assertEquals(2, twice / once, 1e-9);
    }

    @Property(tries = 50)
    void twiceTheTokensAreTunedWithTwiceTheComputing(
            @ForAll @DoubleRange(min = 6, max = 10) double tokens) {
        double once = tuned(StrictMath.pow(10, tokens));
        double twice = tuned(2 * StrictMath.pow(10, tokens));
        assertEquals(2, twice / once, 1e-9);
    }

    @Property(tries = 50)
    void fewerBitsAreNeverServedFromMoreMemory(
            @ForAll @DoubleRange(min = 10, max = 8000) double input,
            @ForAll @DoubleRange(min = 1, max = 2000) double output) {
        double sixteen = served(input, output, Optional.empty());
        double eight = served(input, output, Optional.of("fp8"));
        double four = served(input, output, Optional.of("awq"));
        assertTrue(eight <= sixteen, eight + " in 8 bits, " + sixteen + " in 16");
        assertTrue(four <= eight, four + " in 4 bits, " + eight + " in 8");
    }

    @Property(tries = 50)
    void moreLoadNeverNeedsFewerAccelerators(
            @ForAll @DoubleRange(min = 0.1, max = 200) double rate,
            @ForAll @DoubleRange(min = 1, max = 3) double more) {
        assertTrue(accelerators(rate * more) >= accelerators(rate));
    }

    @Property(tries = 30)
    void worseDataAreNeverCheaper(@ForAll @IntRange(min = 1, max = 3) int better) {
        List<String> qualities = List.of("poor", "fair", "good", "curated");
        double worse = build(qualities.get(better - 1));
        double good = build(qualities.get(better));
        assertTrue(worse >= good, qualities.get(better - 1) + ": " + worse + ", else " + good);
    }

    private static double pretrained(double tokens) {
        PretrainStage stage =
                Plans.pretrain(TrainingTest.GPT_3, tokens, 2048, Optional.empty(), Parallel.NONE);
        Plans plans = new Plans();
        plans.stages.add(stage);
        return flop(plans.facts().get(TrainingComputeEstimation.class, stage));
    }

    private static double tuned(double tokens) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        TuningStage stage =
                Plans.tuning(
                        new TuningMethod.Lora(16, List.of("all-linear")),
                        List.of(Plans.dataset(Optional.of(tokens), Optional.empty())),
                        2048,
                        Optional.empty());
        plans.stages.add(stage);
        return flop(plans.facts().get(TrainingComputeEstimation.class, stage));
    }

    private static double flop(Optional<TrainingComputeEstimation> compute) {
        return compute.orElseThrow().flop().value().likely().value();
    }

    private static double served(double input, double output, Optional<String> scheme) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        plans.scope = ServingLoadTest.load(1, input, output);
        Serving serving = Plans.serving(Optional.of(Devices.any(Devices.h100())));
        if (scheme.isPresent()) {
            serving =
                    serving.with(
                            List.of(
                                    CompressionStage.quantise(
                                            SubjectId.of("test", "deployment", "quantise"),
                                            SourceRange.NOWHERE,
                                            scheme.get())));
        }
        return plans.facts()
                .get(ServingMemoryEstimation.class, serving)
                .orElseThrow()
                .least()
                .value();
    }

    private static double accelerators(double rate) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        plans.scope = ServingLoadTest.load(rate, 1000, 250);
        Serving serving = Plans.serving(Optional.of(Devices.any(Devices.h100())));
        return plans.facts()
                .get(ServingCapacityEstimation.class, serving)
                .orElseThrow()
                .accelerators()
                .value()
                .likely()
                .value();
    }

    private static double build(String quality) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        Dataset d = Plans.dataset(Optional.of(1e6), Optional.of(1e4));
        plans.datasets.add(
                new Dataset(
                        d.id(),
                        d.name(),
                        d.label(),
                        d.range(),
                        d.purpose(),
                        d.examples(),
                        d.tokens(),
                        d.unique(),
                        d.labelled(),
                        Optional.of(Plans.written(quality)),
                        d.labelling(),
                        d.labeller(),
                        d.cleaning(),
                        d.access(),
                        d.lead(),
                        d.contains(),
                        d.protection(),
                        d.licence(),
                        d.refresh(),
                        d.retention(),
                        d.source()));
        Analysis analysis =
                new Analyst(Estimators.all(), List.of())
                        .analyse(plans.plan(), Severities.OF_THE_RULES, Cancellation.NEVER);
        return analysis.value(Dimension.MONEY, "build", "cost").orElseThrow().likely().value();
    }
}
