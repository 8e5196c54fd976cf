package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.AnswerCache;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Flow;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.ReasoningStep;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The waterfall of a flow: what each of its steps takes, one after the other. */
public final class FlowLatency implements Estimator<Flow, FlowEstimation> {
    static final String NAME = FlowLatency.class.getSimpleName();

    @Override
    public Class<Flow> subject() {
        return Flow.class;
    }

    @Override
    public Class<FlowEstimation> estimation() {
        return FlowEstimation.class;
    }

    @Override
    public Optional<FlowEstimation> estimate(Flow flow, Facts facts) {
        if (facts.get(RequestEstimation.class, facts.plan()).isEmpty()) {
            return Optional.empty();
        }
        Keys keys = new Keys("flow", flow.name());
        ModelStep model = new ModelStep(facts);
        List<Estimate<Time>> usual = new ArrayList<>();
        List<Estimate<Time>> longest = new ArrayList<>();
        for (String name : flow.steps()) {
            Optional<Estimate<Time>> step =
                    name.equals(Flow.MODEL)
                            ? model.time(keys.key("step", name), "Time of the model", false)
                            : step(name, keys, facts);
            if (step.isEmpty()) {
                return Optional.empty(); // a waterfall with a gap would promise too much
            }
            usual.add(step.get());
            longest.add(
                    name.equals(Flow.MODEL)
                            ? model.time(
                                            keys.key("long", name),
                                            "Time of the model, 95th percentile",
                                            true)
                                    .orElse(step.get())
                            : step.get());
        }
        Optional<Estimate<Time>> whole =
                Calculation.sum(
                        NAME,
                        keys.key("usual"),
                        "Usual time of " + flow.name(),
                        usual,
                        List.of("the steps follow one another"));
        Optional<Estimate<Time>> end =
                Calculation.sum(
                        NAME,
                        keys.key("end-to-end"),
                        "Time of " + flow.name() + ", 95th percentile",
                        longest,
                        List.of(
                                "the model at the 95th percentile of the peak, the others as"
                                        + " usual"));
        return whole.flatMap(
                w ->
                        end.map(
                                e ->
                                        new FlowEstimation(
                                                usual,
                                                w,
                                                e,
                                                flow.steps().contains(Flow.MODEL)
                                                        ? model.cost(keys.key("cost"))
                                                        : Optional.empty())));
    }

    private static Optional<Estimate<Time>> step(String name, Keys keys, Facts facts) {
        return facts.plan().augmentation().steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .flatMap(step -> step(step, keys, facts));
    }

    private static Optional<Estimate<Time>> step(AugmentationStep step, Keys keys, Facts facts) {
        Calculation c = new Calculation(NAME, formula(step));
        DoubleSupplier time = time(c, step, facts);
        return c.of(keys.key("step", step.name()), "Time of " + step.name(), Time::new, time);
    }

    private static String formula(AugmentationStep step) {
        return switch (step) {
            case Guard guard -> "t of each check";
            case Retrieval retrieval -> "t_embed + t_search + t_net + t_rerank";
            case ToolUse tools -> "n·t, the model's calls are in its own step";
            case ProgramAided programs -> "q·t, the writing is in the model's step";
            case ReasoningStep reasoning -> "0, it is in the model's step";
            case AnswerCache cache -> "t_lookup";
        };
    }

    private static DoubleSupplier time(Calculation c, AugmentationStep step, Facts facts) {
        return switch (step) {
            case Guard guard -> {
                Calculation.Term once =
                        c.constant(
                                "t",
                                facts,
                                guard.model().isPresent() ? "guard.model" : "guard.rules");
                int checks = Math.max(1, (guard.input() ? 1 : 0) + (guard.output() ? 1 : 0));
                yield () -> checks * once.value();
            }
            case Retrieval retrieval -> search(c, retrieval, facts);
            case ToolUse tools -> {
                Calculation.Term n =
                        c.exact("n", "mean calls for a request", RequestParts.mean(tools, facts));
                Calculation.Term t = c.constant("t", facts, "augmentation.tool-time");
                yield () -> n.value() * t.value();
            }
            case ProgramAided programs -> {
                Calculation.Term q =
                        programs.calls()
                                .map(calls -> c.range("q", "programs run for a request", calls))
                                .orElseGet(
                                        () -> c.constant("q", facts, "augmentation.program-calls"));
                Calculation.Term t = c.constant("t", facts, "augmentation.program-time");
                yield () -> q.value() * t.value();
            }
            case ReasoningStep reasoning -> {
                c.shown(
                        Input.of(
                                "O",
                                "tokens that reasoning adds are in the model's output",
                                "see there",
                                new Origin.Assumed("counted once", Source.UNKNOWN)));
                yield () -> 0;
            }
            case AnswerCache cache -> c.constant("t_lookup", facts, "cache.lookup")::value;
        };
    }

    private static DoubleSupplier search(Calculation c, Retrieval retrieval, Facts facts) {
        Calculation.Term embed = c.constant("t_embed", facts, "retrieval.embed-time");
        Calculation.Term search = c.constant("t_search", facts, "retrieval.search-time");
        Calculation.Term net = c.constant("t_net", facts, "retrieval.network-time");
        DoubleSupplier rerank =
                retrieval.rerank().isPresent()
                        ? c.constant("t_rerank", facts, "retrieval.rerank-time")::value
                        : () -> 0;
        return () -> embed.value() + search.value() + net.value() + rerank.getAsDouble();
    }
}
