package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Constraints;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingLoadTest {
    private static final String LLAMA_2_70B =
            "layers 80 hidden 8192 heads 64 kv-heads 8 head 128 ffn 28672 vocabulary 32000 context"
                    + " 4096";

    /**
     * TensorRT-LLM 0.6 and LMDeploy, performance pages: milliseconds to the first token of one
     * request, fp16, A100.
     */
    @ParameterizedTest(name = "{0} {1} x A100, {2} tokens")
    @CsvSource({
        "llama-7b, 1, 2048, 133",
        "llama-7b, 1, 2048, 139",
        "llama-7b, 1, 128, 16",
        "llama-70b, 4, 2048, 377",
        "llama-70b, 4, 128, 47",
    })
    void firstTokenLiesNearTheMeasured(
            String model, int accelerators, int tokens, double measured) {
        Plans plans =
                new Plans()
                        .existing(
                                Plans.model(
                                        model,
                                        model.equals("llama-7b")
                                                ? TrainingTest.LLAMA_2_7B
                                                : LLAMA_2_70B));
        plans.scope = load(0.1, tokens, 128);
        Serving serving =
                with(
                        Plans.serving(Optional.of(Devices.of(accelerators, Devices.a100(80)))),
                        "tensorrt-llm",
                        1);
        Uncertain<Time> first =
                plans.facts()
                        .get(ServingPerformanceEstimation.class, serving)
                        .orElseThrow()
                        .firstToken()
                        .value();
        // the half of the published cases that lies farther off does so by more than 13 %
        double allowed = 0.3;
        assertEquals(1, first.likely().value() * 1000 / measured, allowed, first::toString);
    }

    /**
     * torchao and gpt-fast, README: tokens a second of one sequence, bf16, A100 of 80 GB, compiled.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"llama-2-7b, 107.38", "llama-3-8b, 95.64"})
    void decodingLiesInTheInterval(String model, double measured) {
        Plans plans =
                new Plans()
                        .existing(
                                Plans.model(
                                        model,
                                        model.equals("llama-2-7b")
                                                ? TrainingTest.LLAMA_2_7B
                                                : TrainingTest.LLAMA_3_8B));
        plans.scope = load(0.1, 16, 200);
        Uncertain<Time> each =
                plans.facts()
                        .get(
                                ServingPerformanceEstimation.class,
                                with(
                                        Plans.serving(Optional.of(Devices.of(1, Devices.a100(80)))),
                                        "torchao",
                                        1))
                        .orElseThrow()
                        .perToken()
                        .value();
        assertTrue(
                each.low().value() <= 1 / measured && 1 / measured <= each.high().value(),
                each::toString);
    }

    @Test
    void aPeakTwiceAsHighNeedsAboutTwiceTheAccelerators() {
        double small = accelerators(20);
        double large = accelerators(40);
        assertTrue(large >= 1.5 * small && large <= 2.5 * small, () -> small + " and " + large);
    }

    /**
     * 1M requests of 1,000 and 250 tokens a month at 0.15 and 0.60 USD a million: 150 and 150 USD.
     */
    @Test
    void anEndpointCostsItsTokens() {
        EndpointSpec endpoint =
                new EndpointSpec(
                        "vendor/small",
                        Optional.empty(),
                        SourceRange.NOWHERE,
                        Optional.of(Plans.written(price(0.15))),
                        Optional.empty(),
                        Optional.of(Plans.written(price(0.60))),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        new Source("test", Optional.empty(), Confidence.VERIFIED),
                        Map.of());
        Plans plans = new Plans().existing(endpoint);
        plans.scope = load(1e6 / (730 * 3600), 1000, 250);
        RunningCostEstimation cost =
                plans.facts()
                        .get(RunningCostEstimation.class, plans.models.getFirst())
                        .orElseThrow();
        assertEquals(300, cost.month().value().likely().value(), 1e-6);
        assertEquals(1.2, cost.millionTokens().orElseThrow().value().likely().value(), 1e-6);
    }

    private static double accelerators(double peak) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        plans.scope = load(peak, 1000, 250);
        Serving serving = Plans.serving(Optional.of(Devices.any(Devices.a100(40))));
        return plans.facts()
                .get(ServingCapacityEstimation.class, serving)
                .orElseThrow()
                .accelerators()
                .value()
                .likely()
                .value();
    }

    private static Serving with(Serving s, String engine, int batch) {
        return new Serving(
                s.id(),
                s.name(),
                s.range(),
                s.model(),
                s.hardware(),
                s.compression(),
                Optional.of(engine),
                Optional.of(Plans.written(Count.of(batch))),
                s.context(),
                s.tensor(),
                s.kvPrecision(),
                s.prefixCache(),
                s.speculation(),
                s.region(),
                s.replicas(),
                s.purchase(),
                s.precision());
    }

    static Scope load(double rate, double input, double output) {
        Workload workload =
                new Workload(
                        SubjectId.of("test", "scope", "workload"),
                        "workload",
                        SourceRange.NOWHERE,
                        Optional.of(Plans.written(Profile.exactly(new RequestRate(rate)))),
                        Optional.of(Plans.written(Distribution.exactly(new Tokens(input)))),
                        Optional.of(Plans.written(Distribution.exactly(new Tokens(output)))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return new Scope(
                SourceRange.NOWHERE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(workload),
                ServiceLevels.NONE,
                Constraints.NONE,
                Budget.NONE,
                Optional.empty());
    }

    private static Uncertain<PricePerMillionTokens> price(double usd) {
        return Uncertain.exactly(new PricePerMillionTokens(Money.of(usd, CurrencyCode.USD)));
    }
}
