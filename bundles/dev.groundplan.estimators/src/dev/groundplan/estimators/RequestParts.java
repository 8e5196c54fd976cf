package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Augmentation;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReasoningStep;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What the blocks around the model add to a request, as terms of one calculation. A part that is
 * not added counts nothing.
 */
final class RequestParts {
    private record Tool(double steps, DoubleSupplier extra) {}

    private final Calculation c;
    private final Facts facts;
    private final Augmentation around;
    private final List<Tool> tools = new ArrayList<>();
    private DoubleSupplier prompt = () -> 0;
    private DoubleSupplier passages = () -> 0;
    private DoubleSupplier hidden = () -> 0;
    private DoubleSupplier samples = () -> 1;
    private DoubleSupplier written = () -> 0;
    private final double steps;

    RequestParts(Calculation c, Facts facts) {
        this.c = c;
        this.facts = facts;
        this.around = facts.plan().augmentation();
        double sum = 0;
        for (ToolUse tool : around.steps(ToolUse.class)) {
            Stated<Count> mean = mean(tool, facts);
            c.exact("n", "mean calls of " + tool.name() + " for a request", mean);
            sum += Math.max(0, mean.value().value());
        }
        steps = sum;
    }

    /** Without tools a request is one call. */
    static Input once() {
        return Input.of(
                "n",
                "calls of tools for a request",
                Count.of(0),
                new Origin.Assumed("no tools are described", Source.UNKNOWN));
    }

    static Stated<Count> mean(ToolUse tool, Facts facts) {
        return tool.steps()
                .map(s -> s.map(d -> new Count(WorkloadLengths.mean(d))))
                .orElseGet(
                        () ->
                                new Stated<>(
                                        new Count(
                                                facts.prior("augmentation.tool-steps")
                                                        .value()
                                                        .likely()
                                                        .value()),
                                        facts.prior("augmentation.tool-steps").origin()));
    }

    boolean callsTools() {
        return !around.steps(ToolUse.class).isEmpty();
    }

    /** Calls of the model: one after each result of a tool, and the first. */
    double calls() {
        return 1 + steps;
    }

    /** The prompt that was engineered last, which stands before each request. */
    void addPrompt() {
        facts.plan().stages(PromptStage.class).stream()
                .filter(stage -> stage.tokens().isPresent())
                .reduce((before, last) -> last)
                .ifPresent(
                        stage -> {
                            Calculation.Term tokens =
                                    c.range(
                                            "s",
                                            "tokens that the prompt " + stage.name() + " adds",
                                            stage.tokens().get());
                            prompt = tokens::value;
                        });
    }

    void addPassages() {
        for (Retrieval retrieval : around.steps(Retrieval.class)) {
            Calculation.Term top =
                    usual(
                            "k",
                            "passages that " + retrieval.name() + " shows",
                            retrieval.top().map(t -> t.map(Uncertain::exactly)),
                            "retrieval.top",
                            Dimension.COUNT);
            Calculation.Term chunk =
                    usual(
                            "c",
                            "tokens of a passage of " + retrieval.name(),
                            retrieval.chunk().map(t -> t.map(Uncertain::exactly)),
                            "retrieval.chunk",
                            Dimension.TOKENS);
            DoubleSupplier before = passages;
            passages = () -> before.getAsDouble() + top.value() * chunk.value();
        }
    }

    /** What each call of a tool leaves in the input of the calls after it. */
    void addResults() {
        for (ToolUse tool : around.steps(ToolUse.class)) {
            Calculation.Term extra =
                    usual(
                            "Δ",
                            "tokens that a call of " + tool.name() + " and its result add",
                            tool.extra(),
                            "augmentation.tool-tokens",
                            Dimension.TOKENS_PER_ITEM);
            tools.add(new Tool(Math.max(0, mean(tool, facts).value().value()), extra::value));
        }
    }

    /** Tokens that reasoning and programs write before the answer. */
    void addHidden(WorkloadLengths lengths, boolean longest) {
        lengths.reasoning(longest).ifPresent(r -> hide("r", "hidden tokens of a request", r));
        boolean said = lengths.reasoning(longest).isPresent();
        for (ReasoningStep step : around.steps(ReasoningStep.class)) {
            boolean model =
                    step.technique()
                            .filter(t -> t.value() == ReasoningStep.Technique.REASONING_MODEL)
                            .isPresent();
            if (step.extra().isPresent() || !(model && said)) {
                Calculation.Term extra =
                        usual(
                                "r",
                                "tokens that " + step.name() + " adds to an answer",
                                step.extra(),
                                model ? "reasoning.hidden" : "reasoning.chain",
                                Dimension.TOKENS_PER_ITEM);
                DoubleSupplier before = hidden;
                hidden = () -> before.getAsDouble() + extra.value();
            }
        }
        for (ProgramAided step : around.steps(ProgramAided.class)) {
            Calculation.Term calls =
                    usual(
                            "q",
                            "programs of " + step.name() + " for a request",
                            step.calls(),
                            "augmentation.program-calls",
                            Dimension.ITEMS_PER_REQUEST);
            Calculation.Term extra =
                    usual(
                            "r",
                            "tokens of a program of " + step.name(),
                            step.extra(),
                            "augmentation.program-tokens",
                            Dimension.TOKENS_PER_ITEM);
            DoubleSupplier before = hidden;
            hidden = () -> before.getAsDouble() + calls.value() * extra.value();
        }
    }

    private void hide(String symbol, String meaning, Stated<? extends Uncertain<?>> tokens) {
        Calculation.Term term = c.range(symbol, meaning, tokens);
        DoubleSupplier before = hidden;
        hidden = () -> before.getAsDouble() + term.value();
    }

    /** Answers that are written for each request, of which one is taken. */
    void addSamples() {
        for (ReasoningStep step : around.steps(ReasoningStep.class)) {
            boolean several =
                    step.samples().isPresent()
                            || step.technique()
                                    .filter(
                                            t ->
                                                    t.value()
                                                            == ReasoningStep.Technique
                                                                    .SELF_CONSISTENCY)
                                    .isPresent();
            if (several) {
                Calculation.Term term =
                        usual(
                                "a",
                                "answers that " + step.name() + " samples",
                                step.samples(),
                                "reasoning.samples",
                                Dimension.COUNT);
                DoubleSupplier before = samples;
                samples = () -> before.getAsDouble() * Math.max(1, term.value());
            }
        }
    }

    /** What the model writes to call tools. */
    void addWrittenCalls() {
        if (callsTools()) {
            Calculation.Term each = c.constant("w", facts, "augmentation.tool-call");
            written = () -> steps * each.value();
        }
    }

    double prompt() {
        return prompt.getAsDouble();
    }

    double passages() {
        return passages.getAsDouble();
    }

    double hidden() {
        return hidden.getAsDouble();
    }

    double samples() {
        return samples.getAsDouble();
    }

    double writtenCalls() {
        return written.getAsDouble();
    }

    /** Tokens of all results of a request, each counted once. */
    double results() {
        double sum = 0;
        for (Tool tool : tools) {
            sum += tool.steps() * tool.extra().getAsDouble();
        }
        return sum;
    }

    /**
     * The first call has none, the last all, so that the sum over calls grows with their square.
     */
    double meanResults() {
        return results() / 2;
    }

    private <Q extends Quantity<Q>> Calculation.Term usual(
            String symbol,
            String meaning,
            Optional<Stated<Uncertain<Q>>> stated,
            String prior,
            Dimension<Q> dimension) {
        return stated.map(s -> c.range(symbol, meaning, s))
                .orElseGet(() -> c.prior(symbol, facts, prior, dimension));
    }
}
