package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServingFormulaTest {
    private static final Map<String, Prior> BUILT_IN = Priors.builtIn();
    private static final PriorSource PRIORS = BUILT_IN::get;
    private static final List<String> ENGINES =
            List.of(
                    "vllm",
                    "tensorrt-llm",
                    "fastertransformer",
                    "torchao",
                    "llama.cpp",
                    "transformers");

    /** From fewer bits to more. */
    private static final List<String> FORMS =
            List.of(
                    "Q2_K gguf",
                    "AWQ int4 g128",
                    "nf4",
                    "int4 g32",
                    "fp6",
                    "fp8",
                    "mxfp8",
                    "bf16",
                    "fp32");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "vLLM 0.6.3, SERVED",
        "SGLang 0.4.6, SERVED",
        "LMDeploy TurboMind v0.2.0, TUNED",
        "LMDeploy PyTorch engine, SERVED",
        "tensorrt-llm, TUNED",
        "fastertransformer (eager kernels), KERNELS",
        "ds-inference int8, KERNELS",
        "torchao (torch.compile), COMPILED",
        "HF Transformers 4.46 + FA2, EAGER",
        "litgpt (eager PyTorch), EAGER",
        "llama.cpp (May 2024), NATIVE",
        "a new server, SERVED",
    })
    void wordsOfSourcesNameAnEngine(String words, ServingEngine engine) {
        assertEquals(engine, ServingEngine.of(words));
    }

    @Property(tries = 200)
    void fewerBitsNeverTakeMoreMemory(
            @ForAll @IntRange(max = 7) int form,
            @ForAll @IntRange(min = 1, max = 64) int requests) {
        assertTrue(
                memory(FORMS.get(form), requests) <= memory(FORMS.get(form + 1), requests),
                () -> FORMS.get(form));
    }

    @Property(tries = 300)
    void aLongerInputIsNeverAnsweredSooner(
            @ForAll @IntRange(max = 5) int engine,
            @ForAll @IntRange(min = 1, max = 30_000) int tokens,
            @ForAll @IntRange(min = 1, max = 5_000) int more) {
        ServingFormula formula = formula(ENGINES.get(engine), "bf16", 1);
        assertTrue(
                first(formula, tokens) <= first(formula, tokens + more) * (1 + 1e-9),
                () -> ENGINES.get(engine));
    }

    /** Where devices have links: without, exchanging costs more than it saves at short prompts. */
    @Property(tries = 200)
    void moreAcceleratorsNeverServeFewer(
            @ForAll @IntRange(max = 1) int engine,
            @ForAll @IntRange(max = 2) int doubling,
            @ForAll @IntRange(min = 1, max = 4_000) int input,
            @ForAll @IntRange(min = 1, max = 4_000) int output) {
        int few = 1 << doubling;
        double less = rate(formula(ENGINES.get(engine), "bf16", few), input, output, 4096);
        double more = rate(formula(ENGINES.get(engine), "bf16", 2 * few), input, output, 4096);
        assertTrue(less <= more * (1 + 1e-9), () -> less + " and " + more);
    }

    @Property(tries = 200)
    void throughputGrowsWithTheBatch(
            @ForAll @IntRange(max = 1) int engine,
            @ForAll @IntRange(min = 1, max = 500) int batch,
            @ForAll @IntRange(min = 1, max = 50) int more) {
        ServingFormula formula = formula(ENGINES.get(engine), "bf16", 1);
        double small = rate(formula, 500, 500, batch);
        double large = rate(formula, 500, 500, batch + more);
        assertTrue(small <= large * (1 + 1e-9), () -> small + " and " + large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a new engine", "vllm", "transformers", "llama.cpp", "autoawq"})
    void everythingHasANumberWhateverItsWords(String engine) {
        ServingFormula formula = formula(engine, "a new form", 3);
        Tokens tokens = new Tokens(100);
        Count one = Count.of(1);
        RequestRate rate = new RequestRate(1);
        List.of(
                        formula.firstToken(one, tokens),
                        formula.firstTokenTogether(Count.of(9), tokens),
                        formula.firstTokenOffered(rate, tokens, tokens),
                        formula.perToken(one, tokens, tokens),
                        formula.perTokenOffered(rate, tokens, tokens),
                        formula.endToEnd(one, tokens, tokens),
                        formula.decodeRate(one, tokens, tokens),
                        formula.promptRate(one, tokens),
                        formula.throughput(
                                tokens, tokens, Optional.empty(), Optional.of(rate), true),
                        formula.requests(tokens, tokens, Optional.empty()))
                .forEach(
                        u ->
                                assertTrue(
                                        u.low().value() > 0
                                                && Double.isFinite(u.high().value())
                                                && u.low().value() < u.high().value(),
                                        u::toString));
    }

    /** AlpacaEval README, table of evaluators: USD of 1,000 comparisons. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "alpaca_eval_gpt4, 13.6",
        "alpaca_eval_cot_gpt4_turbo_fn, 6.3",
        "text_davinci_003, 8.7",
        "chatgpt, 0.8",
        "alpaca_eval_llama3_70b_fn, 0.4",
    })
    void aJudgeCostsWhatItsModelReads(String judge, double usd) {
        var cost = JudgeFormula.cost(Count.of(1000), judge, PRIORS);
        assertTrue(cost.low().value() < usd && usd < cost.high().value(), cost::toString);
    }

    @Property(tries = 1000)
    void noWordsOfASourceAreAnError(@ForAll("words") String words) {
        ServingFormula formula = formula(words, words, 2);
        double seconds =
                formula.endToEnd(Count.of(4), new Tokens(300), new Tokens(30)).likely().value();
        assertTrue(seconds > 0, words);
        assertTrue(memory(words, 1) > 0, words);
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> known =
                Arbitraries.of(
                        "int",
                        "w",
                        "q",
                        "g",
                        "gguf",
                        "Q4_",
                        "K",
                        "aqlm",
                        "x",
                        "bpw",
                        "fp",
                        "awq",
                        "nf4",
                        "sparse",
                        "vllm",
                        "llama.cpp",
                        " ",
                        "-",
                        "_");
        Arbitrary<String> digits = Arbitraries.integers().between(0, 99999).map(String::valueOf);
        return Arbitraries.oneOf(known, digits)
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static double memory(String form, int requests) {
        return InferenceMemory.estimate(
                        setup("transformers", form, 1),
                        Count.of(requests),
                        new Tokens(1000),
                        new Tokens(100),
                        PRIORS)
                .likely()
                .value();
    }

    private static double first(ServingFormula formula, int tokens) {
        return formula.firstToken(Count.of(1), new Tokens(tokens)).likely().value();
    }

    private static double rate(ServingFormula formula, int input, int output, int batch) {
        return formula.throughput(
                        new Tokens(input),
                        new Tokens(output),
                        Optional.of(Count.of(batch)),
                        Optional.empty(),
                        false)
                .likely()
                .value();
    }

    private static ServingFormula formula(String engine, String form, int accelerators) {
        return new ServingFormula(setup(engine, form, accelerators), PRIORS);
    }

    private static ServingSetup setup(String engine, String form, int accelerators) {
        AcceleratorSpec h100 = Devices.h100();
        Architecture llama = Shapes.of(TrainingTest.LLAMA_3_8B);
        Parameters all = new Parameters(8_030_261_248.0);
        return new ServingSetup(
                new ServedModel(llama, all, all),
                WeightFormat.of(form, PRIORS),
                new Bytes(2),
                h100,
                Count.of(accelerators),
                Optional.empty(),
                engine,
                Count.of(0));
    }
}
