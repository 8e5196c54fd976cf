package dev.groundplan.reports;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the catalogue holds, as tables in which every row says how well its source is known. */
public final class Catalogues {
    private Catalogues() {}

    /** Models with weights. */
    public static Table models(Catalogue catalogue) {
        Table.Builder table =
                Table.of(
                        "Models",
                        "Name",
                        "#Parameters",
                        "#Active",
                        "#Context",
                        "Licence",
                        "Commercial use",
                        "Knowledge until",
                        "Kind",
                        "Confidence",
                        "As of",
                        "Source");
        for (ModelSpec model : new TreeMap<>(catalogue.models()).values()) {
            table.row(
                    Table.Cell.of(model.name(), model.range()),
                    parameters(model),
                    stated(model.active()),
                    context(model),
                    Table.Cell.of(model.licence().map(LicenceTerms::name).orElse("unknown")),
                    Table.Cell.of(
                            model.licence().map(l -> l.commercial().word()).orElse("unknown")),
                    Table.Cell.of(model.cutoff().map(Object::toString).orElse("")),
                    Table.Cell.of(model.kind().or(model::tuned).orElse("base")),
                    confidence(model.source()),
                    asOf(model.source()),
                    source(model.source()));
        }
        return table.build();
    }

    /** Accelerators; peaks are dense. */
    public static Table accelerators(Catalogue catalogue) {
        Table.Builder table =
                Table.of(
                        "Accelerators",
                        "Name",
                        "#Memory",
                        "#Bandwidth",
                        "#bf16 or fp16, dense",
                        "#fp8, dense",
                        "#Power",
                        "#On demand",
                        "Confidence",
                        "As of",
                        "Source");
        for (AcceleratorSpec spec : new TreeMap<>(catalogue.accelerators()).values()) {
            table.row(
                    Table.Cell.of(spec.name(), spec.range()),
                    Table.Cell.exactly(spec.memory()),
                    Table.Cell.exactly(spec.bandwidth()),
                    cell(first(spec, Precision.BF16).or(() -> first(spec, Precision.FP16))),
                    cell(first(spec, Precision.FP8)),
                    cell(spec.power()),
                    price(spec.prices()),
                    confidence(spec.source()),
                    asOf(spec.source()),
                    source(spec.source()));
        }
        return table.build();
    }

    /** Hosted models, paid by the token. */
    public static Table endpoints(Catalogue catalogue) {
        Table.Builder table =
                Table.of(
                        "Endpoints",
                        "Name",
                        "#Input",
                        "#Cached input",
                        "#Output",
                        "#Context",
                        "Residency",
                        "Knowledge until",
                        "Confidence",
                        "As of",
                        "Source");
        for (EndpointSpec spec : new TreeMap<>(catalogue.endpoints()).values()) {
            table.row(
                    Table.Cell.of(spec.name(), spec.range()),
                    range(spec.input().map(Stated::value)),
                    range(spec.cachedInput().map(Stated::value)),
                    range(spec.output().map(Stated::value)),
                    cell(spec.context()),
                    Table.Cell.of(String.join(", ", spec.residency())),
                    Table.Cell.of(spec.cutoff().map(Object::toString).orElse("")),
                    confidence(spec.source()),
                    asOf(spec.source()),
                    source(spec.source()));
        }
        return table.build();
    }

    static Table.Cell parameters(ModelSpec model) {
        return stated(model.published());
    }

    static Table.Cell context(ModelSpec model) {
        return cell(
                model.architecture()
                        .map(a -> a.value().context())
                        .filter(context -> context > 0)
                        .map(Tokens::new));
    }

    private static <Q extends Quantity<Q>> Table.Cell cell(Optional<Q> quantity) {
        return quantity.map(Table.Cell::exactly).orElse(Table.Cell.EMPTY);
    }

    private static <Q extends Quantity<Q>> Table.Cell stated(Optional<Stated<Q>> stated) {
        return stated.isPresent() ? Table.Cell.exactly(stated.get().value()) : Table.Cell.EMPTY;
    }

    private static <Q extends Quantity<Q>> Table.Cell range(Optional<Uncertain<Q>> range) {
        return range.map(Table.Cell::of).orElse(Table.Cell.EMPTY);
    }

    private static Optional<dev.groundplan.core.units.FlopPerSecond> first(
            AcceleratorSpec spec, Precision precision) {
        return Optional.ofNullable(spec.peaks().get(precision));
    }

    private static Table.Cell price(
            Map<Purchase, ? extends Stated<? extends Uncertain<?>>> prices) {
        Stated<? extends Uncertain<?>> price = prices.get(Purchase.ON_DEMAND);
        return price == null ? Table.Cell.EMPTY : Table.Cell.of(price.value());
    }

    private static Table.Cell confidence(Source source) {
        return Table.Cell.of(source.confidence().word());
    }

    private static Table.Cell asOf(Source source) {
        return Table.Cell.of(source.asOf().map(LocalDate::toString).orElse(""));
    }

    private static Table.Cell source(Source source) {
        return Table.Cell.of(source.isUnknown() ? "unknown" : source.text());
    }
}
