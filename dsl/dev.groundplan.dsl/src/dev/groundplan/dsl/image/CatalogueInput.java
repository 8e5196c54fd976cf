package dev.groundplan.dsl.image;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.BenchmarkSpec;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Commercial;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.QualityResult;
import dev.groundplan.core.plan.RegionSpec;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tariff;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Uncertain;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what {@link CatalogueOutput} wrote; the arguments stand in the order of each record. */
final class CatalogueInput extends FigureInput {
    private Map<String, LicenceTerms> licences = Map.of();

    CatalogueInput(ImageInput in) {
        super(in);
    }

    Catalogue catalogue() {
        String version = in.text();
        licences = named(this::licence, LicenceTerms::name);
        Map<String, ModelSpec> models = named(this::model, ModelSpec::name);
        Map<String, EndpointSpec> endpoints = named(this::endpoint, EndpointSpec::name);
        return new Catalogue(
                version,
                models,
                endpoints,
                named(this::accelerator, AcceleratorSpec::name),
                licences,
                named(this::region, RegionSpec::name),
                named(this::metric, MetricSpec::name),
                named(this::rate, RoleRate::role),
                named(this::prior, Prior::name),
                named(this::benchmark, BenchmarkSpec::name),
                in.list(this::result),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private <T> Map<String, T> named(Supplier<T> reader, Function<T, String> name) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (T entry : in.list(reader)) {
            entries.put(name.apply(entry), entry);
        }
        return entries;
    }

    private LicenceTerms licence() {
        return new LicenceTerms(
                in.text(),
                in.optional(in::text),
                in.constant(Commercial.values()),
                optional(Dimension.COUNT),
                in.optional(in::flag),
                texts(),
                in.optional(in::text),
                source(),
                range());
    }

    private ModelSpec model() {
        return new ModelSpec(
                in.text(),
                in.optional(in::text),
                range(),
                in.optional(() -> stated(() -> quantity(Dimension.PARAMETERS))),
                in.flag(),
                in.optional(() -> stated(() -> quantity(Dimension.PARAMETERS))),
                in.optional(() -> stated(this::architecture)),
                in.optional(in::text).map(licences::get),
                texts(),
                in.optional(this::month),
                in.optional(() -> stated(() -> quantity(Dimension.TOKENS))),
                in.optional(in::text),
                in.optional(in::text),
                in.optional(in::text),
                optional(Dimension.COUNT),
                texts(),
                source());
    }

    private Architecture architecture() {
        return new Architecture(
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.flag(),
                in.flag(),
                in.constant(Architecture.Norm.values()),
                in.small(),
                in.constant(Architecture.QkNorm.values()),
                in.constant(Architecture.AttentionBias.values()),
                in.flag(),
                in.flag(),
                in.constant(Architecture.Positions.values()),
                in.small(),
                in.flag(),
                in.flag(),
                in.optional(this::experts),
                in.optional(this::latent),
                in.small(),
                in.small(),
                in.flag(),
                in.integer());
    }

    private Architecture.Experts experts() {
        return new Architecture.Experts(
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.small(),
                in.flag(),
                in.flag());
    }

    private Architecture.LatentAttention latent() {
        return new Architecture.LatentAttention(
                in.small(), in.small(), in.small(), in.small(), in.small());
    }

    private EndpointSpec endpoint() {
        return new EndpointSpec(
                in.text(),
                in.optional(in::text),
                range(),
                in.optional(this::tokenPrice),
                in.optional(this::tokenPrice),
                in.optional(this::tokenPrice),
                optional(Dimension.TOKENS),
                texts(),
                texts(),
                in.optional(this::month),
                in.optional(in::text).map(licences::get),
                in.optional(() -> uncertain(Dimension.TIME)),
                in.optional(() -> uncertain(Dimension.TIME)),
                optional(Dimension.RATIO),
                texts(),
                optional(Dimension.REQUEST_RATE),
                in.optional(this::day),
                source(),
                tokenTariffs());
    }

    private Stated<Uncertain<PricePerMillionTokens>> tokenPrice() {
        return stated(() -> uncertain(Dimension.PRICE_PER_MILLION_TOKENS));
    }

    private Map<String, Tariff<PricePerMillionTokens>> tokenTariffs() {
        Map<String, Tariff<PricePerMillionTokens>> tariffs = new LinkedHashMap<>();
        int size = in.small();
        for (int i = 0; i < size; i++) {
            tariffs.put(in.text(), tariff(Dimension.PRICE_PER_MILLION_TOKENS));
        }
        return tariffs;
    }

    private AcceleratorSpec accelerator() {
        return new AcceleratorSpec(
                in.text(),
                in.optional(in::text),
                range(),
                in.optional(in::text),
                quantity(Dimension.BYTES),
                quantity(Dimension.BYTES_PER_SECOND),
                peaks(),
                optional(Dimension.FLOP_PER_SECOND),
                optional(Dimension.BYTES_PER_SECOND),
                optional(Dimension.BYTES_PER_SECOND),
                in.small(),
                optional(Dimension.POWER),
                prices(),
                in.flag(),
                in.optional(() -> uncertain(Dimension.INTERRUPTION_RATE)),
                source(),
                hourlyTariffs());
    }

    private Map<Purchase, Tariff<PricePerHour>> hourlyTariffs() {
        Map<Purchase, Tariff<PricePerHour>> tariffs = new EnumMap<>(Purchase.class);
        int size = in.small();
        for (int i = 0; i < size; i++) {
            tariffs.put(in.constant(Purchase.values()), tariff(Dimension.PRICE_PER_HOUR));
        }
        return tariffs;
    }

    private Map<Precision, FlopPerSecond> peaks() {
        Map<Precision, FlopPerSecond> peaks = new EnumMap<>(Precision.class);
        int size = in.small();
        for (int i = 0; i < size; i++) {
            peaks.put(in.constant(Precision.values()), quantity(Dimension.FLOP_PER_SECOND));
        }
        return peaks;
    }

    private Map<Purchase, Stated<Uncertain<PricePerHour>>> prices() {
        Map<Purchase, Stated<Uncertain<PricePerHour>>> prices = new EnumMap<>(Purchase.class);
        int size = in.small();
        for (int i = 0; i < size; i++) {
            Purchase purchase = in.constant(Purchase.values());
            prices.put(purchase, stated(() -> uncertain(Dimension.PRICE_PER_HOUR)));
        }
        return prices;
    }

    private RegionSpec region() {
        return new RegionSpec(
                in.text(),
                range(),
                texts(),
                optional(Dimension.CARBON_INTENSITY),
                optional(Dimension.COUNT),
                source());
    }

    private MetricSpec metric() {
        return new MetricSpec(
                in.text(),
                in.optional(in::text),
                range(),
                in.optional(in::text),
                texts(),
                in.optional(this::bounds),
                in.flag(),
                source());
    }

    private BenchmarkSpec benchmark() {
        return new BenchmarkSpec(
                in.text(),
                in.optional(in::text),
                range(),
                texts(),
                in.optional(in::text),
                optional(Dimension.COUNT),
                in.optional(this::tokens),
                in.optional(this::tokens),
                source());
    }

    private QualityResult result() {
        return new QualityResult(
                in.text(),
                in.text(),
                range(),
                quantity(Dimension.RATIO),
                in.optional(in::text),
                optional(Dimension.COUNT),
                source());
    }

    private RoleRate rate() {
        return new RoleRate(
                in.text(),
                uncertain(Dimension.PRICE_PER_DAY),
                origin(),
                in.optional(() -> tariff(Dimension.PRICE_PER_DAY)));
    }

    private Prior prior() {
        return new Prior(
                in.text(),
                in.optional(in::text),
                uncertain(Dimension.all().get(in.small())),
                in.optional(in::text),
                origin());
    }
}
