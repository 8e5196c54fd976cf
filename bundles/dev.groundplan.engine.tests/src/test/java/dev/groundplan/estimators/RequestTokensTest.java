package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.Augmentation;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.TokensPerItem;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTokensTest {
    /** 1,000 + 6·512 tokens. */
    @Test
    void passagesAreReadWithEachRequest() {
        RequestEstimation request = request(retrieval(6, 512));
        assertEquals(4072, request.input().value().likely().value(), 1e-6);
        assertEquals(200, request.output().value().likely().value(), 1e-6);
        assertEquals(1, request.calls().value().likely().value());
    }

    /** Four calls: 4·1,000 + 400·(0 + 1 + 2 + 3) = 6,400 tokens, 1,600 each. */
    @Test
    void anAgentReadsItsResultsAgainAndAgain() {
        RequestEstimation request = request(tools(3, 400));
        assertEquals(4, request.calls().value().likely().value(), 1e-9);
        assertEquals(1600, request.input().value().likely().value(), 1e-6);
    }

    @Test
    void aStricterPromiseNeedsMoreReplicas() {
        double loose = replicas(2, 0.2);
        double strict = replicas(0.5, 0.03);
        assertTrue(strict > loose, strict + " for the stricter, " + loose);
        assertTrue(replicas(0.5, 0.03) == strict, "the same seed, another number");
    }

    private static double replicas(double firstToken, double perToken) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        Scope load = ServingLoadTest.load(40, 1000, 250);
        plans.scope =
                new Scope(
                        load.range(),
                        load.goal(),
                        load.breadth(),
                        load.tasks(),
                        load.domain(),
                        load.languages(),
                        load.complexity(),
                        load.needs(),
                        load.freshness(),
                        load.users(),
                        load.workloads(),
                        new ServiceLevels(
                                SourceRange.NOWHERE,
                                Optional.of(Plans.written(new Time(firstToken))),
                                Optional.of(Plans.written(new Time(perToken))),
                                Optional.empty()),
                        load.constraints(),
                        load.budget(),
                        load.value());
        Serving serving = Plans.serving(Optional.of(Devices.any(Devices.a100(80))));
        ServingCapacityEstimation capacity =
                plans.facts().get(ServingCapacityEstimation.class, serving).orElseThrow();
        assertTrue(
                capacity.firstToken().orElseThrow().value().likely().value() <= firstToken * 1.2);
        return capacity.replicas().value().likely().value();
    }

    private static RequestEstimation request(AugmentationStep step) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        plans.scope = ServingLoadTest.load(1, 1000, 200);
        plans.augmentation = new Augmentation(SourceRange.NOWHERE, List.of(step), List.of());
        var facts = plans.facts();
        return facts.get(RequestEstimation.class, facts.plan()).orElseThrow();
    }

    static Retrieval retrieval(long top, double chunk) {
        return new Retrieval(
                SubjectId.of("test", "search"),
                "search",
                Optional.empty(),
                SourceRange.NOWHERE,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(Plans.written(new Tokens(chunk))),
                Optional.empty(),
                Optional.of(Plans.written(Count.of(top))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ToolUse tools(long steps, double extra) {
        return new ToolUse(
                SubjectId.of("test", "tools"),
                "tools",
                Optional.empty(),
                SourceRange.NOWHERE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Plans.written(Distribution.exactly(Count.of(steps)))),
                Optional.of(Plans.written(Uncertain.exactly(new TokensPerItem(extra)))),
                List.of());
    }
}
