package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Time;
import dev.groundplan.estimators.ServingPerformanceEstimation;
import java.util.stream.Stream;

/** The first token of a long request comes later than promised. */
public final class FirstTokenTooSlow implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().scope().service().firstToken().stream()
                .flatMap(
                        promised ->
                                new SlowAnswers(
                                                promised,
                                                "first-token",
                                                ServingPerformanceEstimation::firstToken,
                                                EndpointSpec::firstToken)
                                        .in(facts)
                                        .map(broken -> finding(promised, broken, facts)));
    }

    private Finding finding(Stated<Time> promised, SlowAnswers.Broken broken, Facts facts) {
        Finding finding =
                finding(
                        promised.range(),
                        facts.plan().id().child("scope").child("service"),
                        Message.of(
                                name(),
                                "{model} takes {takes} for the first token of a long request ({low}"
                                        + " to {high}); promised are {promised}.{remedy}",
                                "model",
                                broken.what(),
                                "takes",
                                broken.takes().likely().toString(),
                                "low",
                                broken.takes().low().toString(),
                                "high",
                                broken.takes().high().toString(),
                                "promised",
                                promised.value().toString(),
                                "remedy",
                                broken.fixes().isEmpty()
                                        ? " Nothing tried keeps the promise: a smaller model would."
                                        : ""),
                        broken.fixes());
        // what may yet hold is a risk, not an error
        return broken.certain() ? finding : finding.with(Severity.WARNING);
    }
}
