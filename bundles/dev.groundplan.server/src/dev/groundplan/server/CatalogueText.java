package dev.groundplan.server;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.RegionSpec;
import dev.groundplan.core.plan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The entries of the catalogue as text: their figures and where these come from. */
final class CatalogueText {
    private final Supplier<Catalogue> catalogue;

    CatalogueText(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    Catalogue catalogue() {
        return catalogue.get();
    }

    /** The entry of that name in Markdown, whatever it declares. */
    Optional<String> entry(String name) {
        Catalogue all = catalogue();
        return find(all.models(), name, this::model)
                .or(() -> find(all.endpoints(), name, this::endpoint))
                .or(() -> find(all.accelerators(), name, this::accelerator))
                .or(() -> find(all.licences(), name, this::licence))
                .or(() -> find(all.regions(), name, this::region))
                .or(() -> find(all.metrics(), name, this::metric));
    }

    private static <T> Optional<String> find(
            Map<String, T> entries, String name, Function<T, String> text) {
        return Optional.ofNullable(entries.get(name)).map(text);
    }

    private String model(ModelSpec model) {
        Lines lines = new Lines(model.label().orElse(model.name()), "model");
        model.published().ifPresent(p -> lines.add("parameters", p.value()));
        model.active().ifPresent(p -> lines.add("active parameters", p.value()));
        model.architecture().ifPresent(a -> lines.add("context", a.value().context() + " tokens"));
        model.licence().ifPresent(l -> lines.add("licence", l.name()));
        model.cutoff().ifPresent(c -> lines.add("training data until", c));
        lines.add("languages", model.languages());
        model.variantOf().ifPresent(v -> lines.add("variant of", v));
        return lines.from(model.source());
    }

    private String endpoint(EndpointSpec endpoint) {
        Lines lines = new Lines(endpoint.label().orElse(endpoint.name()), "endpoint");
        endpoint.input().ifPresent(p -> lines.add("input", EstimateText.value(p.value())));
        endpoint.cachedInput()
                .ifPresent(p -> lines.add("cached input", EstimateText.value(p.value())));
        endpoint.output().ifPresent(p -> lines.add("output", EstimateText.value(p.value())));
        endpoint.context().ifPresent(c -> lines.add("context", c));
        lines.add("residency", endpoint.residency());
        return lines.from(endpoint.source());
    }

    private String accelerator(AcceleratorSpec accelerator) {
        Lines lines = new Lines(accelerator.label().orElse(accelerator.name()), "accelerator");
        lines.add("memory", accelerator.memory());
        lines.add("bandwidth", accelerator.bandwidth());
        accelerator.peaks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(peak -> lines.add(peak.getKey().word() + " peak", peak.getValue()));
        accelerator.achievable().ifPresent(a -> lines.add("achievable", a));
        accelerator.prices().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        price ->
                                lines.add(
                                        price.getKey().word(),
                                        EstimateText.value(price.getValue().value())));
        return lines.from(accelerator.source());
    }

    private String licence(LicenceTerms licence) {
        Lines lines = new Lines(licence.label().orElse(licence.name()), "licence");
        lines.add("commercial use", licence.commercial().word());
        licence.usersBelow().ifPresent(u -> lines.add("separate licence from", u + " users"));
        licence.outputsMayTrain()
                .ifPresent(o -> lines.add("outputs may train other models", o ? "yes" : "no"));
        lines.add("excludes", licence.excludes());
        return lines.from(licence.source());
    }

    private String region(RegionSpec region) {
        Lines lines = new Lines(region.name(), "region");
        lines.add("within", region.within());
        region.grid().ifPresent(g -> lines.add("grid", g));
        region.pue().ifPresent(p -> lines.add("power usage effectiveness", p));
        return lines.from(region.source());
    }

    private String metric(MetricSpec metric) {
        Lines lines = new Lines(metric.label().orElse(metric.name()), "metric");
        metric.family().ifPresent(f -> lines.add("family", f));
        lines.add("tasks", metric.tasks());
        lines.add("better", metric.higherIsBetter() ? "higher" : "lower");
        return lines.from(metric.source());
    }

    private static final class Lines {
        private final List<String> lines = new ArrayList<>();

        Lines(String title, String kind) {
            lines.add("**" + title + "** (" + kind + ")");
        }

        void add(String name, Object value) {
            lines.add("- " + name + " " + value);
        }

        void add(String name, List<String> values) {
            if (!values.isEmpty()) {
                add(name, String.join(", ", values));
            }
        }

        String from(Source source) {
            lines.add("- " + source);
            return String.join("\n", lines);
        }
    }
}
