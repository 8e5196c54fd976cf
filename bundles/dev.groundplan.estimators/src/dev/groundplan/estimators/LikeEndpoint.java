package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which hosted model would stand in for one of one's own. */
final class LikeEndpoint {
    private LikeEndpoint() {}

    /**
     * What the project itself looks at, were it to reject it, as far as the constraints permit it;
     * else the cheapest of the catalogue that they permit; else what the project rejected.
     */
    static Optional<EndpointSpec> of(Optional<ModelChoice> choice, Facts facts) {
        RequestEstimation request = Load.of(facts, choice).request();
        return named(choice)
                .or(() -> rejected(choice, facts).filter(e -> permitted(e, request, facts)))
                .or(
                        () ->
                                facts.catalogue().endpoints().values().stream()
                                        .filter(EndpointPrice::priced)
                                        .filter(e -> permitted(e, request, facts))
                                        .min(
                                                Comparator.comparingDouble(
                                                                (EndpointSpec e) ->
                                                                        EndpointPrice.likely(
                                                                                e, request))
                                                        .thenComparing(EndpointSpec::name)))
                .or(() -> rejected(choice, facts));
    }

    private static Optional<EndpointSpec> named(Optional<ModelChoice> choice) {
        List<Servable> looked =
                choice.map(
                                c ->
                                        Stream.concat(
                                                        c.candidates().stream(),
                                                        c.fallback().stream())
                                                .toList())
                        .orElse(List.of());
        return looked.stream()
                .filter(EndpointSpec.class::isInstance)
                .map(EndpointSpec.class::cast)
                .filter(EndpointPrice::priced)
                .findFirst();
    }

    private static Optional<EndpointSpec> rejected(Optional<ModelChoice> choice, Facts facts) {
        return choice.stream()
                .flatMap(c -> c.rejected().stream())
                .flatMap(
                        r ->
                                Optional.ofNullable(facts.catalogue().endpoints().get(r.model()))
                                        .stream())
                .filter(EndpointPrice::priced)
                .findFirst();
    }

    private static boolean permitted(
            EndpointSpec endpoint, RequestEstimation request, Facts facts) {
        List<String> residency = Stated.values(facts.plan().scope().constraints().residency());
        double longest =
                request.longInput().value().likely().value()
                        + request.longOutput().value().likely().value();
        LocalDate from = facts.plan().start().orElse(facts.plan().today());
        return (residency.isEmpty() || endpoint.residency().stream().anyMatch(residency::contains))
                && endpoint.context().map(c -> c.value() >= longest).orElse(residency.isEmpty())
                && endpoint.retires().map(day -> day.isAfter(from)).orElse(true);
    }
}
