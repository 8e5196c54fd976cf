package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.FeedbackMethod;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReinforceTest {
    private static final FeedbackMethod PPO = new FeedbackMethod.Ppo(Optional.empty());
    private static final FeedbackMethod GRPO =
            new FeedbackMethod.Grpo(Optional.of(Plans.written(Count.of(8))), Optional.empty());
    private static final FeedbackMethod DPO = new FeedbackMethod.Dpo(Optional.empty());

    @Test
    void aCriticMakesAStepLongerThanAGroupOfOneAnswer() {
        FeedbackMethod alone =
                new FeedbackMethod.Grpo(Optional.of(Plans.written(Count.of(1))), Optional.empty());
        assertTrue(hours(PPO, 512, 10_000) > hours(alone, 512, 10_000));
    }

    @Test
    void twiceThePromptsTakeTwiceTheHours() {
        assertEquals(2, hours(GRPO, 512, 20_000) / hours(GRPO, 512, 10_000), 1e-9);
    }

    @Test
    void pairsWithoutGeneratingAreFasterThanAnswers() {
        assertTrue(hours(DPO, 512, 10_000) < hours(PPO, 512, 10_000));
    }

    @Test
    void longerAnswersTakeLonger() {
        assertTrue(hours(GRPO, 1024, 10_000) > hours(GRPO, 512, 10_000));
    }

    /** No reference model, one forward pass less of each sequence: a quarter of a training pass. */
    @Test
    void withoutAReferenceAPairTakesFourFifths() {
        FeedbackMethod free = new FeedbackMethod.Dpo(Optional.of(false));
        assertEquals(0.8, hours(free, 512, 10_000) / hours(DPO, 512, 10_000), 1e-9);
    }

    /**
     * NVIDIA's NeMo RL performance summary v0.6: 192 s a step of 2,048 answers, 32 H100,
     * Qwen3-30B-A3B.
     */
    @Test
    void aPublishedStepOfGrpoLiesInTheInterval() {
        ReinforceCase step =
                new ReinforceCase(
                        TrainingCase.of(
                                        TrainingCases.shape(qwen30()),
                                        Devices.h100(),
                                        TrainingStack.of("NeMo-RL 0.6 (Megatron + vLLM)"))
                                .on(Count.of(32)),
                        ReinforceCase.Algorithm.GRPO,
                        Count.of(2048),
                        new Tokens(200),
                        new Tokens(3003),
                        new Tokens(3896),
                        Optional.empty(),
                        Optional.of(Count.of(2)),
                        false,
                        false,
                        false);
        var time = new ReinforceSpeed().step(step, Priors.builtIn()::get);
        assertTrue(time.low().value() <= 192 && 192 <= time.high().value(), () -> "192 s: " + time);
    }

    private static ParameterEstimation qwen30() {
        var stage =
                Plans.pretrain(
                        "layers 48 hidden 2048 heads 32 kv-heads 4 head 128 ffn 6144 vocabulary"
                                + " 151936 context 40960 qk-norm head experts 128 active-experts 8"
                                + " expert-ffn 768",
                        1e9,
                        4096,
                        Optional.empty(),
                        Parallel.NONE);
        return ParameterCount.of(stage, new Plans().existing(stage).facts()).orElseThrow();
    }

    private static double hours(FeedbackMethod method, double answer, double prompts) {
        ReinforceStage stage = stage(method, answer, prompts, Devices.of(8, Devices.a100(80)));
        return new Plans()
                .existing(Plans.model("llama", TrainingTest.LLAMA_3_8B))
                .facts()
                .get(TrainingTimeEstimation.class, stage)
                .orElseThrow()
                .hours()
                .value()
                .likely()
                .value();
    }

    private static ReinforceStage stage(
            FeedbackMethod method, double answer, double prompts, Hardware hardware) {
        return new ReinforceStage(
                SubjectId.of("project", "align"),
                "align",
                Optional.empty(),
                SourceRange.NOWHERE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Plans.written(method)),
                List.of(),
                Optional.empty(),
                Optional.of(Plans.written(Uncertain.exactly(new Count(prompts)))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Plans.written(Uncertain.exactly(Count.of(1)))),
                Optional.empty(),
                Optional.of(Plans.written(Uncertain.exactly(new Tokens(answer)))),
                Optional.empty(),
                Optional.of(hardware),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Parallel.NONE,
                Optional.empty());
    }
}
