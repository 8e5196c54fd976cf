package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All declarations that a plan can name; the user's own shadow the built-in ones. */
public record Catalogue(
        String version,
        Map<String, ModelSpec> models,
        Map<String, EndpointSpec> endpoints,
        Map<String, AcceleratorSpec> accelerators,
        Map<String, LicenceTerms> licences,
        Map<String, RegionSpec> regions,
        Map<String, MetricSpec> metrics,
        Map<String, RoleRate> rates,
        Map<String, Prior> priors,
        Map<String, BenchmarkSpec> benchmarks,
        List<QualityResult> results,
        Map<String, Dataset> datasets,
        Map<String, Policy> policies,
        Map<String, Portfolio> portfolios) {
    public static final Catalogue EMPTY =
            new Catalogue(
                    "none", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
                    Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    /**
     * With the prices that hold on a day. What has none that holds then has no price: a rate whose
     * first day is later is not there.
     */
    public Catalogue on(LocalDate day) {
        boolean dated =
                endpoints.values().stream().anyMatch(endpoint -> !endpoint.tariffs().isEmpty())
                        || accelerators.values().stream().anyMatch(a -> !a.tariffs().isEmpty())
                        || rates.values().stream().anyMatch(rate -> rate.tariff().isPresent());
        if (!dated) {
            return this;
        }
        Map<String, EndpointSpec> endpointsThen = new LinkedHashMap<>(endpoints);
        endpointsThen.replaceAll((name, endpoint) -> endpoint.on(day));
        Map<String, AcceleratorSpec> acceleratorsThen = new LinkedHashMap<>(accelerators);
        acceleratorsThen.replaceAll((name, accelerator) -> accelerator.on(day));
        Map<String, RoleRate> ratesThen = new LinkedHashMap<>();
        rates.forEach((role, rate) -> rate.on(day).ifPresent(r -> ratesThen.put(role, r)));
        return new Catalogue(
                version,
                models,
                endpointsThen,
                acceleratorsThen,
                licences,
                regions,
                metrics,
                ratesThen,
                priors,
                benchmarks,
                results,
                datasets,
                policies,
                portfolios);
    }
}
