package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.RequestRate;
import java.util.Optional;
import java.util.stream.Stream;

/** A provider that takes fewer requests than the peak brings. */
public final class RateLimitBelowPeak implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        double peak =
                plan.scope().workloads().stream()
                        // what may wait is spread over the day
                        .filter(workload -> !workload.batch())
                        .flatMap(workload -> workload.requests().stream())
                        .mapToDouble(requests -> requests.value().peak().value())
                        .sum();
        return plan.models().size() != 1
                ? Stream.empty()
                : ModelMention.chosen(plan)
                        .filter(mention -> limit(mention).filter(l -> l.value() < peak).isPresent())
                        .map(mention -> finding(mention, new RequestRate(peak), plan));
    }

    private static Optional<RequestRate> limit(ModelMention mention) {
        return mention.model() instanceof EndpointSpec endpoint
                ? endpoint.limit()
                : Optional.empty();
    }

    private Finding finding(ModelMention mention, RequestRate peak, Plan plan) {
        EndpointSpec now = (EndpointSpec) mention.model();
        return finding(
                mention.range(),
                mention.subject(),
                Message.of(
                        name(),
                        "{model} takes at most {limit}; the peak brings {peak}. The rest is"
                                + " refused: agree on a higher limit, let requests wait, or take"
                                + " another provider.",
                        "model",
                        now.name(),
                        "limit",
                        now.limit().orElseThrow().toString(),
                        "peak",
                        peak.toString()),
                OtherModels.like(
                                now,
                                plan,
                                other ->
                                        other.limit()
                                                .filter(l -> l.compareTo(peak) >= 0)
                                                .isPresent())
                        .stream()
                        .map(mention::use)
                        .toList());
    }
}
