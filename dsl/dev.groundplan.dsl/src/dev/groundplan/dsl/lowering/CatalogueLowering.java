package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Commercial;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.RegionSpec;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tariff;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads declarations: models, accelerators, endpoints and all else that a project can name. */
final class CatalogueLowering {
    private final Map<String, ModelSpec> models = new LinkedHashMap<>();
    private final Map<String, EndpointSpec> endpoints = new LinkedHashMap<>();
    private final Map<String, AcceleratorSpec> accelerators = new LinkedHashMap<>();
    private final Map<String, LicenceTerms> licences = new LinkedHashMap<>();
    private final Map<String, RegionSpec> regions = new LinkedHashMap<>();
    private final OtherDeclarations others;
    private final Map<String, Block> modelBlocks = new HashMap<>();

    /** Begins with what lies further out; declarations read later shadow it. */
    CatalogueLowering(Catalogue outer) {
        models.putAll(outer.models());
        endpoints.putAll(outer.endpoints());
        accelerators.putAll(outer.accelerators());
        licences.putAll(outer.licences());
        regions.putAll(outer.regions());
        others = new OtherDeclarations(outer);
    }

    /** The catalogue with these declarations added. */
    Catalogue read(List<Block> declarations, String version) {
        List<Block> later = new ArrayList<>();
        for (Block block : declarations) {
            switch (block.object().eClass().getName()) {
                case "Licence" -> licences.put(block.name(), licence(block));
                case "Model" -> modelBlocks.put(block.name(), block);
                default -> later.add(block);
            }
        }
        for (Block block : declarations) {
            if (modelBlocks.get(block.name()) == block) {
                models.put(block.name(), model(block, 0));
            }
        }
        later.forEach(this::declaration);
        return new Catalogue(
                version,
                models,
                endpoints,
                accelerators,
                licences,
                regions,
                others.metrics(),
                others.rates(),
                others.priors(),
                others.benchmarks(),
                others.results(),
                others.datasets(),
                others.policies(),
                others.portfolios());
    }

    private void declaration(Block block) {
        String name = block.name();
        switch (block.object().eClass().getName()) {
            case "Endpoint" -> endpoints.put(name, endpoint(block));
            case "Accelerator" ->
                    accelerator(block).ifPresent(spec -> accelerators.put(name, spec));
            case "Region" -> regions.put(name, region(block));
            default -> others.read(block, licences);
        }
    }

    private static LicenceTerms licence(Block block) {
        return new LicenceTerms(
                block.name(),
                block.label(),
                block.word("commercial", Commercial::of)
                        .map(Stated::value)
                        .orElse(Commercial.LIMITED),
                block.exact("users-below", Dimension.COUNT).map(Stated::value),
                block.flag("outputs-may-train"),
                block.words("excludes"),
                block.text("naming"),
                Provenance.source(block),
                block.header());
    }

    /** Chains of variants are short; a longer one is a cycle, which the rules report. */
    private static final int LONGEST_VARIANT_CHAIN = 20;

    private ModelSpec model(Block block, int depth) {
        Optional<ModelSpec> base = base(block, depth);
        Source source =
                block.values("source").isEmpty() && base.isPresent()
                        ? base.get().source()
                        : Provenance.source(block);
        return new ModelSpec(
                block.name(),
                block.label(),
                block.header(),
                block.exact("parameters", Dimension.PARAMETERS)
                        .map(p -> Provenance.entry(block, "parameters", p.value()))
                        .or(() -> base.flatMap(ModelSpec::published)),
                block.flag("nominal").or(() -> base.map(ModelSpec::nominal)).orElse(false),
                base.flatMap(ModelSpec::active),
                Architectures.of(block)
                        .map(a -> Provenance.entry(block, "architecture", a.value()))
                        .or(() -> base.flatMap(ModelSpec::architecture)),
                block.mentioned("licence").stream()
                        .findFirst()
                        .map(licences::get)
                        .or(() -> base.flatMap(ModelSpec::licence)),
                block.words("languages").isEmpty() && base.isPresent()
                        ? base.get().languages()
                        : block.words("languages"),
                block.month("cutoff").or(() -> base.flatMap(ModelSpec::cutoff)),
                block.exact("trained", Dimension.TOKENS)
                        .map(t -> Provenance.entry(block, "trained", t.value()))
                        .or(() -> base.flatMap(ModelSpec::trained)),
                block.text("kind").or(() -> base.flatMap(ModelSpec::kind)),
                block.text("tuned").or(() -> base.flatMap(ModelSpec::tuned)),
                block.mentioned("variant-of").stream().findFirst(),
                block.exact("dimensions", Dimension.COUNT)
                        .map(Stated::value)
                        .or(() -> base.flatMap(ModelSpec::dimensions)),
                block.words("modalities").isEmpty() && base.isPresent()
                        ? base.get().modalities()
                        : block.words("modalities"),
                source);
    }

    private Optional<ModelSpec> base(Block block, int depth) {
        return block.mentioned("variant-of").stream()
                .findFirst()
                .filter(name -> depth < LONGEST_VARIANT_CHAIN)
                .map(
                        name ->
                                modelBlocks.containsKey(name)
                                        ? model(modelBlocks.get(name), depth + 1)
                                        : models.get(name));
    }

    private EndpointSpec endpoint(Block block) {
        Map<String, Tariff<PricePerMillionTokens>> prices = new LinkedHashMap<>();
        for (String word : List.of("input", "cached-input", "output")) {
            Prices.of(block, word, Dimension.PRICE_PER_MILLION_TOKENS)
                    .ifPresent(tariff -> prices.put(word, tariff));
        }
        Map<String, Tariff<PricePerMillionTokens>> tariffs = new LinkedHashMap<>(prices);
        tariffs.values().removeIf(tariff -> !tariff.isDated());
        return new EndpointSpec(
                block.name(),
                block.label(),
                block.header(),
                Optional.ofNullable(prices.get("input")).map(Prices::first),
                Optional.ofNullable(prices.get("cached-input")).map(Prices::first),
                Optional.ofNullable(prices.get("output")).map(Prices::first),
                block.exact("context", Dimension.TOKENS).map(Stated::value),
                block.words("residency"),
                block.words("languages"),
                block.month("cutoff"),
                block.mentioned("licence").stream().findFirst().map(licences::get),
                block.uncertain("first-token", Dimension.TIME).map(Stated::value),
                block.uncertain("per-token", Dimension.TIME).map(Stated::value),
                block.exact("batch-discount", Dimension.RATIO).map(Stated::value),
                block.words("modalities"),
                block.exact("limit", Dimension.REQUEST_RATE).map(Stated::value),
                block.date("retires"),
                Provenance.source(block),
                tariffs);
    }

    /** The words of an accelerator's prices. */
    private static final Map<String, Purchase> PRICES =
            Map.of(
                    "price", Purchase.ON_DEMAND,
                    "reserved", Purchase.RESERVED,
                    "spot", Purchase.SPOT);

    private static Optional<AcceleratorSpec> accelerator(Block block) {
        var memory = block.exact("memory", Dimension.BYTES).map(Stated::value);
        var bandwidth = block.exact("bandwidth", Dimension.BYTES_PER_SECOND).map(Stated::value);
        if (memory.isEmpty() || bandwidth.isEmpty()) {
            return Optional.empty();
        }
        Map<Precision, FlopPerSecond> peaks = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            block.exact(precision.word(), Dimension.FLOP_PER_SECOND)
                    .ifPresent(peak -> peaks.put(precision, peak.value()));
        }
        Map<Purchase, Stated<Uncertain<PricePerHour>>> prices = new EnumMap<>(Purchase.class);
        Map<Purchase, Tariff<PricePerHour>> tariffs = new EnumMap<>(Purchase.class);
        PRICES.forEach(
                (word, purchase) ->
                        Prices.of(block, word, Dimension.PRICE_PER_HOUR)
                                .ifPresent(
                                        tariff -> {
                                            prices.put(purchase, Prices.first(tariff));
                                            if (tariff.isDated()) {
                                                tariffs.put(purchase, tariff);
                                            }
                                        }));
        return Optional.of(
                new AcceleratorSpec(
                        block.name(),
                        block.label(),
                        block.header(),
                        block.text("vendor"),
                        memory.get(),
                        bandwidth.get(),
                        peaks,
                        block.exact("achievable", Dimension.FLOP_PER_SECOND).map(Stated::value),
                        block.exact("interconnect", Dimension.BYTES_PER_SECOND).map(Stated::value),
                        block.exact("network", Dimension.BYTES_PER_SECOND).map(Stated::value),
                        Math.max(1, block.whole("node", 1)),
                        block.exact("power", Dimension.POWER).map(Stated::value),
                        prices,
                        !block.values("sparse").isEmpty(),
                        block.uncertain("interrupted", Dimension.INTERRUPTION_RATE)
                                .map(Stated::value),
                        Provenance.source(block),
                        tariffs));
    }

    private static RegionSpec region(Block block) {
        return new RegionSpec(
                block.name(),
                block.header(),
                block.words("within"),
                block.exact("grid", Dimension.CARBON_INTENSITY).map(Stated::value),
                block.exact("pue", Dimension.COUNT).map(Stated::value),
                Provenance.source(block));
    }
}
