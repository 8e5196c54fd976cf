package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Actual;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Cost;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Decision;
import dev.groundplan.core.plan.FeedbackMethod;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.ReasoningStep;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Risk;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Task;
import dev.groundplan.core.plan.Tokenizer;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Uncertain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The projects by which the language is defined, and what a reader takes from their text. */
class LanguagePlanTest {
    private static final Path TEXTS =
            Path.of(System.getProperty("groundplan.root", "../.."))
                    .resolve("dsl/dev.groundplan.dsl.tests/src/test/resources/dev/groundplan/dsl");
    private static final double DAY = 24 * 3600;
    private static final Plan SUPPORT = project("support-assistant.genai", 0);
    private static final Plan CODE = project("code-and-finance.genai", 0);
    private static final Plan FINANCE = project("code-and-finance.genai", 1);

    private static AnalysedFile analysed(String name, String text) {
        return Engine.create()
                .analyse(
                        name,
                        Path.of(name).toAbsolutePath(),
                        text,
                        new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                        Cancellation.NEVER);
    }

    private static Plan project(String name, int index) {
        try {
            List<Analysis> projects =
                    analysed(name, Files.readString(TEXTS.resolve(name))).projects();
            return projects.get(index).plan();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void is(double low, double likely, double high, Uncertain<?> range) {
        assertEquals(low, range.low().value(), 1e-9 * Math.abs(low), range::toString);
        assertEquals(likely, range.likely().value(), 1e-9 * Math.abs(likely), range::toString);
        assertEquals(high, range.high().value(), 1e-9 * Math.abs(high), range::toString);
    }

    @Test
    void the_projects_of_the_language_page_are_understood_without_error() throws IOException {
        // 20 requests a second, each with passages and several calls of tools, are some 200,000
        // tokens a second to read; an L40S reads some 10,000: six of them are too few
        // six answers a second are 15.8 million a month; people who take over 8 % of them for six
        // minutes at 28 USD an hour cost 3.5 million USD
        List<String> ofNumbers = List.of("CapacityBelowPeak", "RunCostOverBudget");
        for (String name : List.of("support-assistant.genai", "code-and-finance.genai")) {
            List<Finding> misread =
                    analysed(name, Files.readString(TEXTS.resolve(name))).findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .filter(finding -> !ofNumbers.contains(finding.rule()))
                            .toList();
            assertEquals(List.of(), misread, name);
        }
    }

    @Test
    void scope_holds_workload_budget_and_value() {
        Workload workload = SUPPORT.scope().workloads().getFirst();
        assertEquals(3, workload.turns().orElseThrow().value().median().value());
        is(0.3, 0.3, 0.3, workload.cached().orElseThrow().value());
        assertFalse(workload.batch());
        assertEquals(
                List.of("fresh-knowledge", "citations", "arithmetic"),
                Stated.values(SUPPORT.scope().needs()));
        Budget budget = SUPPORT.scope().budget();
        assertEquals(450_000, budget.build().orElseThrow().value().value());
        assertEquals(LocalDate.of(2027, 9, 30), budget.deadline().orElseThrow().value());
        assertEquals(0.8, budget.confidence().value().value(), 1e-12);
        var value = SUPPORT.scope().value().orElseThrow();
        assertEquals(Optional.of("ticket"), value.transaction());
        is(0.35, 0.5, 0.6, value.share().orElseThrow().value());
        is(2, 4, 6, value.saves().orElseThrow().value());
        // 400,000 a month of 730 hours
        double perSecond = 400_000 / (730 * 3600.0);
        is(perSecond, perSecond, perSecond, value.volume().orElseThrow().value());
    }

    @Test
    void a_dataset_says_how_it_comes_and_how_it_is_kept() {
        Dataset tickets = SUPPORT.datasets().getFirst();
        assertEquals(List.of("deduplicate", "redact", "format"), tickets.cleaning());
        assertEquals(Dataset.Access.REQUESTED, tickets.access().orElseThrow().value());
        is(21 * DAY, 42 * DAY, 84 * DAY, tickets.lead().orElseThrow().value());
        assertEquals(List.of("redaction", "access-control"), tickets.protection());
        assertEquals("proprietary", tickets.licence().orElseThrow().name());
        assertEquals("CRM export", tickets.source().text());
        is(60, 120, 240, tickets.labelling().orElseThrow().value());
        assertEquals(Optional.of("annotator"), tickets.labeller());
        Dataset handbook = SUPPORT.datasets().get(1);
        assertEquals(DAY, handbook.refresh().orElseThrow().value().value());
    }

    @Test
    void a_prompt_has_the_tokens_of_its_shots() {
        PromptStage prompt = SUPPORT.stages(PromptStage.class).getFirst();
        assertEquals(5, prompt.shots().orElseThrow().value().likely().value());
        assertEquals(900, prompt.tokens().orElseThrow().value().likely().value());
    }

    @Test
    void a_gate_gives_up_below_its_floor() {
        Gate gate = SUPPORT.evaluation().gates().getFirst();
        assertEquals(0.66, gate.stop().orElseThrow().below().orElseThrow().value().value(), 1e-12);
        assertEquals(
                LocalDate.of(2027, 5, 1), gate.stop().orElseThrow().by().orElseThrow().value());
        assertEquals("mmlu", SUPPORT.evaluation().benchmarks().getFirst().benchmark());
    }

    @Test
    void accelerators_are_bought_in_shares() {
        Serving serving = SUPPORT.servings().getFirst();
        assertEquals(
                List.of(Purchase.RESERVED, Purchase.ON_DEMAND),
                serving.purchase().stream().map(p -> p.purchase()).toList());
        assertEquals(0.8, serving.purchase().getFirst().share().value().value(), 1e-12);
        assertEquals(
                512, serving.quantisation().orElseThrow().samples().orElseThrow().value().value());
    }

    @Test
    void augmentation_holds_its_steps_and_their_flow() {
        var steps = SUPPORT.augmentation();
        Retrieval search = steps.steps(Retrieval.class).getFirst();
        assertEquals("handbook", search.corpus().getFirst().name());
        assertEquals(6, search.top().orElseThrow().value().value());
        assertEquals(Retrieval.Access.BY_GROUP, search.access().orElseThrow().value());
        assertEquals("BAAI/bge-m3", search.embedding().orElseThrow().name());
        assertEquals("BAAI/bge-reranker-v2-m3", search.rerank().orElseThrow().name());
        ProgramAided calculator = steps.steps(ProgramAided.class).getFirst();
        is(0.2, 0.3, 0.5, calculator.calls().orElseThrow().value());
        ToolUse tools = steps.steps(ToolUse.class).getFirst();
        assertEquals(List.of("crm.read", "crm.update"), tools.allow());
        assertEquals(6, tools.steps().orElseThrow().value().p90().value());
        Guard guard = steps.steps(Guard.class).getFirst();
        assertTrue(guard.input());
        assertFalse(guard.output());
        assertEquals(
                List.of("input-filter", "handbook-search", "model"),
                steps.flows().getFirst().steps());
        assertEquals(4, steps.flows().getFirst().endToEnd().orElseThrow().value().value());
    }

    @Test
    void tasks_refine_and_add_and_wait() {
        Task review = SUPPORT.tasks().tasks().getFirst();
        is(3, 5, 10, review.effort().orElseThrow().amount().value());
        assertEquals("architect", review.effort().orElseThrow().by().orElseThrow().value());
        assertEquals(List.of("lora-tickets"), review.after());
        assertEquals(List.of("release"), review.before());
        var privacy = SUPPORT.tasks().approvals().getFirst();
        is(14 * DAY, 28 * DAY, 56 * DAY, privacy.duration().orElseThrow().value());
        assertEquals(Optional.of("Go live"), SUPPORT.tasks().release().orElseThrow().label());
        assertEquals(
                List.of(LocalDate.of(2027, 4, 2), LocalDate.of(2027, 4, 5)),
                SUPPORT.tasks().holidays());
    }

    @Test
    void operation_costs_peoples_time_and_comes_in_phases() {
        Operation operation = SUPPORT.operation();
        // 20 hours are two and a half working days
        is(2.5, 2.5, 2.5, operation.support().orElseThrow().amount().value());
        var review = operation.review().orElseThrow();
        is(0.05, 0.05, 0.05, review.share().value());
        is(120, 120, 120, review.time().orElseThrow().value());
        assertEquals("agent", operation.escalate().orElseThrow().by().orElseThrow().value());
        assertEquals("lora-tickets", operation.repeats().getFirst().step());
        assertEquals(
                List.of("shadow", "canary", "full"),
                operation.phases().stream().map(p -> p.name()).toList());
        assertEquals(List.of("golden-quality"), operation.phases().get(1).until());
    }

    @Test
    void money_has_contracts_risks_and_rates() {
        Cost index = SUPPORT.costs().costs().getFirst();
        assertTrue(index.once().isEmpty());
        assertEquals(450, index.monthly().orElseThrow().value().low().value());
        assertEquals(Optional.of("release"), index.from());
        assertEquals(List.of("L40S"), SUPPORT.costs().contracts().getFirst().covers());
        Risk noise = SUPPORT.risks().getFirst();
        is(0.3, 0.3, 0.3, noise.probability().orElseThrow().value());
        is(5 * DAY, 10 * DAY, 20 * DAY, noise.delay().orElseThrow().value());
        assertEquals(List.of("lora-tickets"), noise.hits());
        CurrencyCode euro = CurrencyCode.read("EUR").orElseThrow();
        var dollars = SUPPORT.worth(euro, CurrencyCode.USD).orElseThrow();
        is(1.08, 1.08, 1.08, dollars.value());
        var euros = SUPPORT.worth(CurrencyCode.USD, euro).orElseThrow();
        assertEquals(1, 1.08 * euros.value().likely().value(), 1e-12);
    }

    @Test
    void decisions_and_what_happened_are_kept() {
        Decision hosting = SUPPORT.decisions().getFirst();
        assertEquals(List.of("project", "hosted-api"), hosting.options());
        assertEquals(Decision.Criterion.FINISH, hosting.weigh().get(1).criterion());
        assertEquals("project", hosting.decided().orElseThrow().option());
        Actual prompt = SUPPORT.actuals().getFirst();
        assertEquals("few-shot", prompt.step());
        assertEquals(8, prompt.effort().orElseThrow().value().value());
        assertEquals(0.66, prompt.scores().getFirst().value().value().value(), 1e-12);
    }

    @Test
    void preferences_are_still_to_be_labelled_while_data_are_there() {
        List<ReinforceStage> stages = CODE.stages(ReinforceStage.class);
        ReinforceStage tests = stages.getFirst();
        assertTrue(
                tests.method().orElseThrow().value()
                                instanceof FeedbackMethod.Grpo(var group, var reference)
                        && group.orElseThrow().value().value() == 8
                        && reference.orElseThrow());
        assertEquals(ReinforceStage.Feedback.PROGRAM, tests.feedback().orElseThrow().value());
        assertEquals(768, tests.response().orElseThrow().value().likely().value());
        assertEquals(256, tests.batch().orElseThrow().value().value());
        ReinforceStage helpful = stages.get(1);
        assertEquals("ranked", helpful.on().getFirst().name());
        assertEquals(4000, helpful.preferences().orElseThrow().value().likely().value());
        is(240, 240, 240, helpful.labelling().orElseThrow().amount().value());
        assertEquals(3, helpful.raters().orElseThrow().value().value());
        assertEquals(List.of("sft"), helpful.after());
    }

    @Test
    void a_model_is_distilled_then_pruned_then_quantised() {
        var steps = CODE.servings().getFirst().compression();
        assertEquals(
                List.of("distil", "prune", "quantise"), steps.stream().map(Stage::name).toList());
        assertEquals(2e9, steps.get(0).tokens().orElseThrow().value().likely().value());
        assertEquals("Qwen/Qwen2.5-3B", steps.get(0).into().orElseThrow().name());
        assertEquals(Optional.of(8), steps.get(0).hardware().orElseThrow().count());
        var pruning = steps.get(1).pruning().orElseThrow();
        assertEquals(List.of(2, 4), List.of(pruning.kept().get(), pruning.group().get()));
        ReasoningStep vote = CODE.augmentation().steps(ReasoningStep.class).getFirst();
        assertEquals(5, vote.samples().orElseThrow().value().likely().value());
        is(300, 300, 300, vote.extra().orElseThrow().value());
    }

    @Test
    void a_model_of_ones_own_has_a_tokenizer_and_a_batch_in_tokens() {
        PretrainStage finance = FINANCE.stages(PretrainStage.class).getFirst();
        Tokenizer tokenizer = finance.tokenizer().orElseThrow();
        assertEquals(Tokenizer.Algorithm.UNIGRAM, tokenizer.algorithm().orElseThrow().value());
        assertEquals(131_072, tokenizer.vocabulary().orElseThrow().value().value());
        assertEquals(4.2e6, finance.batch().orElseThrow().value().value(), 1);
        assertEquals(2, finance.on().size());
    }
}
