package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.BenchmarkSpec;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Policy;
import dev.groundplan.core.plan.Portfolio;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.QualityResult;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tariff;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.dsl.model.DatedQuantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what stands at the top level besides models and machines; later ones replace earlier ones
 * of a name.
 */
final class OtherDeclarations {
    private final Map<String, MetricSpec> metrics;
    private final Map<String, RoleRate> rates;
    private final Map<String, Prior> priors;
    private final Map<String, BenchmarkSpec> benchmarks;
    private final List<QualityResult> results;
    private final Map<String, Dataset> datasets;
    private final Map<String, Policy> policies;
    private final Map<String, Portfolio> portfolios;

    /**
     * @param outer what is there already
     */
    OtherDeclarations(Catalogue outer) {
        this.metrics = new LinkedHashMap<>(outer.metrics());
        this.rates = new LinkedHashMap<>(outer.rates());
        this.priors = new LinkedHashMap<>(outer.priors());
        this.benchmarks = new LinkedHashMap<>(outer.benchmarks());
        this.results = new ArrayList<>(outer.results());
        this.datasets = new LinkedHashMap<>(outer.datasets());
        this.policies = new LinkedHashMap<>(outer.policies());
        this.portfolios = new LinkedHashMap<>(outer.portfolios());
    }

    Map<String, MetricSpec> metrics() {
        return metrics;
    }

    Map<String, RoleRate> rates() {
        return rates;
    }

    Map<String, Prior> priors() {
        return priors;
    }

    Map<String, BenchmarkSpec> benchmarks() {
        return benchmarks;
    }

    List<QualityResult> results() {
        return results;
    }

    Map<String, Dataset> datasets() {
        return datasets;
    }

    Map<String, Policy> policies() {
        return policies;
    }

    Map<String, Portfolio> portfolios() {
        return portfolios;
    }

    void read(Block block, Map<String, LicenceTerms> licences) {
        String name = block.name();
        switch (block.type()) {
            case "Metric" -> metrics.put(name, metric(block));
            case "Rates" -> rates(block);
            case "Prior" ->
                    prior(block)
                            .filter(prior -> mayReplace(name, prior))
                            .ifPresent(prior -> priors.put(name, prior));
            case "Benchmark" -> benchmarks.put(name, benchmark(block));
            case "Result" -> result(block).ifPresent(results::add);
            case "Dataset" -> datasets.put(name, DataLowering.dataset(block, licences));
            case "Policy" -> policies.put(name, PolicyLowering.of(block));
            case "Portfolio" -> portfolios.put(name, portfolio(block));
            default -> {
                // a project, which is no declaration for others
            }
        }
    }

    private boolean mayReplace(String name, Prior prior) {
        Prior before = priors.get(name);
        return before == null || PriorChecks.fits(before, prior.value());
    }

    private static MetricSpec metric(Block block) {
        return new MetricSpec(
                block.name(),
                block.label(),
                block.header(),
                block.text("family"),
                block.words("tasks"),
                block.bounds("range", Dimension.RATIO).map(Stated::value),
                !block.says("better", "lower"),
                Provenance.source(block));
    }

    private static BenchmarkSpec benchmark(Block block) {
        return new BenchmarkSpec(
                block.name(),
                block.label(),
                block.header(),
                block.words("tasks"),
                block.mention("metric"),
                block.exact("items", Dimension.COUNT).map(Stated::value),
                block.distribution("input", Dimension.TOKENS).map(Stated::value),
                block.distribution("output", Dimension.TOKENS).map(Stated::value),
                Provenance.source(block));
    }

    private static Optional<QualityResult> result(Block block) {
        return block.exact("value", Dimension.RATIO)
                .map(
                        value ->
                                new QualityResult(
                                        block.mention("model").orElse("?"),
                                        block.mention("benchmark").orElse("?"),
                                        block.header(),
                                        value.value(),
                                        block.text("harness"),
                                        block.exact("shots", Dimension.COUNT).map(Stated::value),
                                        Provenance.source(block)));
    }

    private static Portfolio portfolio(Block block) {
        return new Portfolio(
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("projects"),
                block.child("Budget").map(ScopeLowering::budget).orElse(Budget.NONE),
                TeamLowering.of(block));
    }

    private void rates(Block block) {
        Map<String, List<Tariff.Step<PricePerDay>>> steps = new LinkedHashMap<>();
        for (Block rate : block.children("RoleRate")) {
            rate.values("value").stream()
                    .map(DatedQuantity.class::cast)
                    .flatMap(price -> rate(block, rate, price).stream())
                    .forEach(
                            step ->
                                    steps.computeIfAbsent(rate.name(), role -> new ArrayList<>())
                                            .add(step));
        }
        steps.forEach((role, all) -> rates.put(role, rate(role, new Tariff<>(all))));
    }

    private static Optional<Tariff.Step<PricePerDay>> rate(
            Block block, Block rate, DatedQuantity price) {
        return Prices.step(
                price,
                Dimension.PRICE_PER_DAY,
                (value, since) ->
                        new Stated<>(
                                value,
                                new Origin.FromCatalogue(
                                        "rates " + block.name(),
                                        Provenance.source(block),
                                        rate.header(),
                                        since)));
    }

    private static RoleRate rate(String role, Tariff<PricePerDay> tariff) {
        var first = Prices.first(tariff);
        return new RoleRate(
                role, first.value(), first.origin(), Optional.of(tariff).filter(Tariff::isDated));
    }

    private static Optional<Prior> prior(Block block) {
        Origin origin =
                new Origin.FromCatalogue(block.name(), Provenance.source(block), block.header());
        return AnyQuantity.of(block, "value")
                .map(
                        value ->
                                new Prior(
                                        block.name(),
                                        block.label(),
                                        value,
                                        block.text("because"),
                                        origin));
    }
}
