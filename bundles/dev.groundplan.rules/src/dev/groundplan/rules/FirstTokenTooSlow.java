package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
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
                                        .findings(
                                                this, "the first token of a long request", facts));
    }
}
