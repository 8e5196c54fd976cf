package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.PricePerItem;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.stream.Stream;

/** The step of a flow at which the model answers, all its calls together. */
record ModelStep(Facts facts) {
    private static final String NAME = FlowLatency.NAME;

    /** What a call of the model takes. */
    private record Pace(Calculation.Term first, Calculation.Term each) {}

    private RequestEstimation request() {
        return facts.get(RequestEstimation.class, facts.plan()).orElseThrow();
    }

    /**
     * @param longest the 95th percentile rather than the usual time
     */
    Optional<Estimate<Time>> time(ResultKey key, String title, boolean longest) {
        Calculation c = new Calculation(NAME, "m·t_first + (O/a + n·w − 1)·t_each");
        Optional<Pace> pace = deployed(c, longest).or(() -> hosted(c));
        if (pace.isEmpty()) {
            return Optional.empty();
        }
        RequestParts parts = new RequestParts(c, facts);
        parts.addSamples();
        parts.addWrittenCalls();
        Calculation.Term output =
                c.result("O", longest ? request().longOutput() : request().output());
        return c.note("samples of an answer are written beside each other")
                .of(
                        key,
                        title,
                        Time::new,
                        () -> {
                            double last =
                                    longest
                                            ? output.value()
                                            : output.value() * parts.calls() - parts.writtenCalls();
                            double tokens =
                                    Math.max(0, last) / parts.samples() + parts.writtenCalls();
                            return parts.calls() * pace.get().first().value()
                                    + Math.max(0, tokens - 1) * pace.get().each().value();
                        });
    }

    private Optional<Pace> deployed(Calculation c, boolean longest) {
        Plan plan = facts.plan();
        return plan.servings().stream()
                .findFirst()
                .flatMap(
                        serving -> {
                            Optional<ServingPerformanceEstimation> alone =
                                    facts.get(ServingPerformanceEstimation.class, serving);
                            Optional<ServingCapacityEstimation> peak =
                                    facts.get(ServingCapacityEstimation.class, serving);
                            Optional<Estimate<Time>> first =
                                    longest
                                            ? peak.flatMap(ServingCapacityEstimation::firstToken)
                                            : Optional.empty();
                            Optional<Estimate<Time>> each =
                                    longest
                                            ? peak.flatMap(ServingCapacityEstimation::perToken)
                                            : Optional.empty();
                            return alone.map(
                                    a ->
                                            new Pace(
                                                    c.result(
                                                            "t_first",
                                                            first.orElse(a.firstToken())),
                                                    c.result("t_each", each.orElse(a.perToken()))));
                        });
    }

    private Optional<Pace> hosted(Calculation c) {
        return facts.plan()
                .model()
                .flatMap(ModelChoice::model)
                .map(Stated::value)
                .filter(EndpointSpec.class::isInstance)
                .map(EndpointSpec.class::cast)
                .map(
                        e ->
                                new Pace(
                                        pace(
                                                c,
                                                "t_first",
                                                "first token",
                                                e,
                                                e.firstToken(),
                                                "endpoint.first-token"),
                                        pace(
                                                c,
                                                "t_each",
                                                "further token",
                                                e,
                                                e.perToken(),
                                                "endpoint.per-token")));
    }

    private Calculation.Term pace(
            Calculation c,
            String symbol,
            String what,
            EndpointSpec endpoint,
            Optional<Uncertain<Time>> stated,
            String prior) {
        return stated.map(
                        t ->
                                c.range(
                                        symbol,
                                        "time of a " + what + " at " + endpoint.name(),
                                        new Stated<>(
                                                t,
                                                new Origin.FromCatalogue(
                                                        endpoint.name(),
                                                        endpoint.source(),
                                                        endpoint.range()))))
                .orElseGet(() -> c.constant(symbol, facts, prior));
    }

    Optional<Estimate<PricePerItem>> cost(ResultKey key) {
        return Stream.concat(facts.plan().servings().stream(), facts.plan().models().stream())
                .flatMap(s -> facts.get(RunningCostEstimation.class, s).stream())
                .flatMap(run -> run.millionTokens().stream())
                .findFirst()
                .flatMap(million -> cost(key, million));
    }

    private Optional<Estimate<PricePerItem>> cost(
            ResultKey key, Estimate<PricePerMillionTokens> million) {
        Calculation c = new Calculation(NAME, "m·O·p/10⁶");
        Calculation.Term p = c.result("p", million);
        Calculation.Term calls = c.result("m", request().calls());
        Calculation.Term output = c.result("O", request().output());
        return c.of(
                key,
                "Cost of a request at the model",
                amount -> new PricePerItem(Exchange.money(facts.plan(), amount)),
                () -> calls.value() * output.value() * p.value() / 1e6);
    }
}
