package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.estimators.ServingPerformanceEstimation;
import java.util.stream.Stream;

/** Further tokens come slower than promised. */
public final class PerTokenTooSlow implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().scope().service().perToken().stream()
                .flatMap(
                        promised ->
                                new SlowAnswers(
                                                promised,
                                                "per-token",
                                                ServingPerformanceEstimation::perToken,
                                                EndpointSpec::perToken)
                                        .findings(this, "each further token", facts));
    }
}
