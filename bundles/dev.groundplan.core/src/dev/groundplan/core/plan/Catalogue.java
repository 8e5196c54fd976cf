package dev.groundplan.core.plan;

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
}
