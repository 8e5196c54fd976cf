package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.Augmentation;
import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Flow;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retrieval, flows and the comparison with hosted models, by hand calculation. */
class AroundTheModelTest {
    /** First token after 400 ms, a token each 12 ms, 201 tokens: 400 + 200·12 = 2,800 ms. */
    @Test
    void anEndpointAnswersInItsOwnTime() {
        Plans plans = new Plans().existing(endpoint(0.15, 0.6));
        plans.scope = ServingLoadTest.load(1, 1000, 201);
        Flow flow = flow(Flow.MODEL);
        plans.augmentation = new Augmentation(SourceRange.NOWHERE, List.of(), List.of(flow));
        FlowEstimation time = plans.facts().get(FlowEstimation.class, flow).orElseThrow();
        assertEquals(2.8, time.usual().value().likely().value(), 1e-9);
        assertEquals(2.8, time.endToEnd().value().likely().value(), 1e-9);
    }

    @Test
    void eachStepTakesItsTime() {
        Plans plans = new Plans().existing(endpoint(0.15, 0.6));
        plans.scope = ServingLoadTest.load(1, 1000, 201);
        Retrieval search = RequestTokensTest.retrieval(6, 512);
        Flow flow = flow("search", Flow.MODEL);
        plans.augmentation = new Augmentation(SourceRange.NOWHERE, List.of(search), List.of(flow));
        FlowEstimation time = plans.facts().get(FlowEstimation.class, flow).orElseThrow();
        double steps = time.steps().stream().mapToDouble(s -> s.value().likely().value()).sum();
        assertEquals(2, time.steps().size());
        assertEquals(steps, time.usual().value().likely().value(), 1e-9);
        assertTrue(steps > 2.8);
    }

    @Test
    void aFlowThroughAnUnknownStepHasNoTime() {
        Plans plans = new Plans().existing(endpoint(0.15, 0.6));
        Flow flow = flow("nowhere", Flow.MODEL);
        plans.augmentation = new Augmentation(SourceRange.NOWHERE, List.of(), List.of(flow));
        assertTrue(plans.facts().get(FlowEstimation.class, flow).isEmpty());
    }

    /** By definition of the formats: four bytes a number, one, one bit; eight bytes a link. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FLAT, 4096",
        "HNSW, 4352",
        "SQ8, 1024",
        "BINARY, 128",
    })
    void bytesOfAVectorOf1024Dimensions(Retrieval.Index kind, double bytes) {
        assertEquals(bytes, IndexBytes.of(kind, 1, 1024, 32), 1e-9);
    }

    @Property(tries = 100)
    void fewerBytesAVectorNeverMakeALargerIndex(
            @ForAll @DoubleRange(min = 1e4, max = 1e9) double vectors) {
        double flat = IndexBytes.of(Retrieval.Index.FLAT, vectors, 1024, 64);
        assertTrue(IndexBytes.of(Retrieval.Index.SQ8, vectors, 1024, 64) < flat);
        assertTrue(IndexBytes.of(Retrieval.Index.IVF_PQ, vectors, 1024, 64) < flat);
        assertTrue(IndexBytes.of(Retrieval.Index.HNSW, vectors, 1024, 64) > flat);
    }

    /**
     * An A100 at 2 USD with 20 % operations: 1,752 USD a month. A request of 1,000 and 250 tokens
     * at 0.15 and 0.60 USD a million: 0.0003 USD. 1,752 / (2,628,000 · 0.0003) = 2.22 a second.
     */
    @Test
    void theSmallestDeploymentBreaksEvenWhereTheEndpointCostsAsMuch() {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        plans.scope = ServingLoadTest.load(1, 1000, 250);
        var serving = Plans.serving(Optional.of(Devices.of(1, Devices.a100(80))));
        plans.servings.add(serving);
        var facts = plans.facts();
        BreakEvenEstimation even =
                new BreakEvenFormula(
                                serving,
                                endpoint(0.15, 0.6),
                                Load.of(facts, facts.plan().model()),
                                new Keys("serving"),
                                facts)
                        .estimate()
                        .orElseThrow();
        assertEquals(0.0003, even.request().value().likely().value(), 1e-12);
        assertEquals(1.2, even.millionTokens().value().likely().value(), 1e-9);
        assertEquals(2.2222, even.rate().value().likely().value(), 1e-3);
    }

    private static Flow flow(String... steps) {
        return new Flow(
                SubjectId.of("test", "answer"),
                "answer",
                Optional.empty(),
                SourceRange.NOWHERE,
                List.of(steps),
                Optional.empty());
    }

    private static EndpointSpec endpoint(double input, double output) {
        return new EndpointSpec(
                "vendor/small",
                Optional.empty(),
                SourceRange.NOWHERE,
                Optional.of(price(input)),
                Optional.empty(),
                Optional.of(price(output)),
                Optional.of(new Tokens(128_000)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Uncertain.exactly(new Time(0.4))),
                Optional.of(Uncertain.exactly(new Time(0.012))),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Source("test", Optional.empty(), Confidence.VERIFIED),
                Map.of());
    }

    private static Stated<Uncertain<PricePerMillionTokens>> price(double usd) {
        return Stated.written(
                Uncertain.exactly(new PricePerMillionTokens(Money.of(usd, CurrencyCode.USD))),
                SourceRange.NOWHERE);
    }
}
