package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import java.util.Optional;

/**
 * How often a request calls the model, and how much each call reads and writes: what prompts,
 * retrieval, reasoning, programs and tools add to what users send.
 */
public final class RequestTokens implements Estimator<Plan, RequestEstimation> {
    static final String NAME = RequestTokens.class.getSimpleName();
    private static final Keys KEYS = new Keys("request");

    /** Beyond, nothing that is computed from it would be a number. */
    private static final double MOST = 1e150;

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<RequestEstimation> estimation() {
        return RequestEstimation.class;
    }

    @Override
    public Optional<RequestEstimation> estimate(Plan plan, Facts facts) {
        if (plan.models().isEmpty() && plan.servings().isEmpty()) {
            return Optional.empty(); // nothing is asked
        }
        return Optional.of(
                new RequestEstimation(
                        calls(facts),
                        input(facts, false),
                        input(facts, true),
                        output(facts, false),
                        output(facts, true),
                        cached(facts)));
    }

    private static double bounded(double value) {
        return Math.min(value, MOST);
    }

    private static Estimate<Count> calls(Facts facts) {
        Calculation c = new Calculation(NAME, "m = 1 + n");
        RequestParts parts = new RequestParts(c, facts);
        if (!parts.callsTools()) {
            c.shown(RequestParts.once());
        }
        return c.of(
                        KEYS.key("calls"),
                        "Calls of the model for a request",
                        Count::new,
                        () -> bounded(parts.calls()))
                .orElseThrow();
    }

    private static Estimate<Tokens> input(Facts facts, boolean longest) {
        Calculation c =
                new Calculation(NAME, longest ? "I + s + k·c + n·Δ" : "I + s + k·c + n/2·Δ");
        WorkloadLengths lengths = new WorkloadLengths(facts);
        Calculation.Term user =
                c.range(
                        "I",
                        longest
                                ? "tokens of what users send, one request in ten is longer"
                                : "mean tokens of what users send",
                        longest ? lengths.longInput() : lengths.input());
        RequestParts parts = new RequestParts(c, facts);
        parts.addPrompt();
        parts.addPassages();
        parts.addResults();
        return c.of(
                        KEYS.key(longest ? "input-long" : "input"),
                        longest
                                ? "Input of a long call of the model, one in ten is longer"
                                : "Mean input of a call of the model",
                        Tokens::new,
                        () ->
                                bounded(
                                        user.value()
                                                + parts.prompt()
                                                + parts.passages()
                                                + (longest
                                                        ? parts.results()
                                                        : parts.meanResults())))
                .orElseThrow();
    }

    private static Estimate<Tokens> output(Facts facts, boolean longest) {
        Calculation c = new Calculation(NAME, "(O·a + n·w) / (1 + n), O with hidden tokens");
        WorkloadLengths lengths = new WorkloadLengths(facts);
        Calculation.Term answer =
                c.range(
                        "O",
                        longest
                                ? "tokens of an answer, one in ten is longer"
                                : "mean tokens of an answer",
                        longest ? lengths.longOutput() : lengths.output());
        RequestParts parts = new RequestParts(c, facts);
        parts.addHidden(lengths, longest);
        parts.addSamples();
        parts.addWrittenCalls();
        return c.of(
                        KEYS.key(longest ? "output-long" : "output"),
                        longest
                                ? "Output of a long call of the model, one in ten is longer"
                                : "Mean output of a call of the model",
                        Tokens::new,
                        () -> {
                            double last = (answer.value() + parts.hidden()) * parts.samples();
                            return bounded(
                                    longest ? last : (last + parts.writtenCalls()) / parts.calls());
                        })
                .orElseThrow();
    }

    /** What was there in the call before is cached where anything is. */
    private static Estimate<Ratio> cached(Facts facts) {
        Calculation c =
                new Calculation(
                        NAME,
                        "(η·(I + s) + repeated) / all, repeated = all − (I + s + k·c) − n·Δ where"
                                + " anything is cached, all = m·(I + s + k·c + n/2·Δ)");
        WorkloadLengths lengths = new WorkloadLengths(facts);
        Calculation.Term share = c.range("η", "cached share of the input", Load.cached(facts));
        Calculation.Term user = c.range("I", "mean tokens of what users send", lengths.input());
        RequestParts parts = new RequestParts(c, facts);
        parts.addPrompt();
        parts.addPassages();
        parts.addResults();
        return c.of(
                        KEYS.key("cached"),
                        "Share of a call's input that a prefix cache serves",
                        Ratio::new,
                        () -> {
                            double fixed = user.value() + parts.prompt();
                            double first = fixed + parts.passages();
                            double all = parts.calls() * (first + parts.meanResults());
                            double again = share.value() > 0 ? all - first - parts.results() : 0;
                            double kept = Math.min(1, Math.max(0, share.value())) * fixed + again;
                            return all > 0 && Double.isFinite(all)
                                    ? Math.clamp(kept / all, 0, 1)
                                    : 0;
                        })
                .orElseThrow();
    }
}
