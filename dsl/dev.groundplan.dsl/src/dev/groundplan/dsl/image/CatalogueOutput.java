package dev.groundplan.dsl.image;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.BenchmarkSpec;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.QualityResult;
import dev.groundplan.core.plan.RegionSpec;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.units.Dimension;

/** Writes a catalogue, component by component, in the order of each record. */
final class CatalogueOutput extends FigureOutput {
    CatalogueOutput(ImageOutput out) {
        super(out);
    }

    void catalogue(Catalogue catalogue) {
        out.text(catalogue.version());
        // models and endpoints name their licences, so these come first
        out.list(catalogue.licences().values(), this::licence);
        out.list(catalogue.models().values(), this::model);
        out.list(catalogue.endpoints().values(), this::endpoint);
        out.list(catalogue.accelerators().values(), this::accelerator);
        out.list(catalogue.regions().values(), this::region);
        out.list(catalogue.metrics().values(), this::metric);
        out.list(catalogue.rates().values(), this::rate);
        out.list(catalogue.priors().values(), this::prior);
        out.list(catalogue.benchmarks().values(), this::benchmark);
        out.list(catalogue.results(), this::result);
        if (!catalogue.datasets().isEmpty()
                || !catalogue.policies().isEmpty()
                || !catalogue.portfolios().isEmpty()) {
            throw new IllegalArgumentException(
                    "datasets, policies and portfolios are an organisation's, not the library's");
        }
    }

    private void licence(LicenceTerms licence) {
        out.text(licence.name());
        out.optional(licence.label(), out::text);
        out.constant(licence.commercial());
        out.optional(licence.usersBelow(), this::quantity);
        out.optional(licence.outputsMayTrain(), out::flag);
        texts(licence.excludes());
        out.optional(licence.naming(), out::text);
        source(licence.source());
        range(licence.range());
    }

    private void model(ModelSpec model) {
        out.text(model.name());
        out.optional(model.label(), out::text);
        range(model.range());
        out.optional(model.published(), stated -> stated(stated, this::quantity));
        out.flag(model.nominal());
        out.optional(model.active(), stated -> stated(stated, this::quantity));
        out.optional(model.architecture(), stated -> stated(stated, this::architecture));
        out.optional(model.licence(), licence -> out.text(licence.name()));
        texts(model.languages());
        out.optional(model.cutoff(), month -> out.text(month.toString()));
        out.optional(model.trained(), stated -> stated(stated, this::quantity));
        out.optional(model.kind(), out::text);
        out.optional(model.tuned(), out::text);
        out.optional(model.variantOf(), out::text);
        out.optional(model.dimensions(), this::quantity);
        texts(model.modalities());
        source(model.source());
    }

    private void architecture(Architecture a) {
        for (int value :
                new int[] {
                    a.layers(),
                    a.hidden(),
                    a.heads(),
                    a.kvHeads(),
                    a.headDim(),
                    a.ffn(),
                    a.vocabulary(),
                    a.context()
                }) {
            out.integer(value);
        }
        out.flag(a.gated());
        out.flag(a.tied());
        out.constant(a.norm());
        out.integer(a.normsPerLayer());
        out.constant(a.qkNorm());
        out.constant(a.attentionBias());
        out.flag(a.mlpBias());
        out.flag(a.headBias());
        out.constant(a.positions());
        out.integer(a.positionRows());
        out.flag(a.embeddingNorm());
        out.flag(a.parallelBlocks());
        out.optional(a.experts(), this::experts);
        out.optional(a.latent(), this::latent);
        out.integer(a.window());
        out.integer(a.windowLayers());
        out.flag(a.sinks());
        out.integer(a.visionParameters());
    }

    private void experts(Architecture.Experts e) {
        for (int value :
                new int[] {
                    e.count(),
                    e.active(),
                    e.shared(),
                    e.ffn(),
                    e.sharedFfn(),
                    e.denseLayers(),
                    e.every()
                }) {
            out.integer(value);
        }
        out.flag(e.routerBias());
        out.flag(e.sharedGate());
    }

    private void latent(Architecture.LatentAttention l) {
        for (int value : new int[] {l.kv(), l.q(), l.nopeHead(), l.ropeHead(), l.valueHead()}) {
            out.integer(value);
        }
    }

    private void endpoint(EndpointSpec endpoint) {
        out.text(endpoint.name());
        out.optional(endpoint.label(), out::text);
        range(endpoint.range());
        out.optional(endpoint.input(), price -> stated(price, this::uncertain));
        out.optional(endpoint.cachedInput(), price -> stated(price, this::uncertain));
        out.optional(endpoint.output(), price -> stated(price, this::uncertain));
        out.optional(endpoint.context(), this::quantity);
        texts(endpoint.residency());
        texts(endpoint.languages());
        out.optional(endpoint.cutoff(), month -> out.text(month.toString()));
        out.optional(endpoint.licence(), licence -> out.text(licence.name()));
        out.optional(endpoint.firstToken(), this::uncertain);
        out.optional(endpoint.perToken(), this::uncertain);
        out.optional(endpoint.batchDiscount(), this::quantity);
        texts(endpoint.modalities());
        out.optional(endpoint.limit(), this::quantity);
        out.optional(endpoint.retires(), this::day);
        source(endpoint.source());
        out.list(
                endpoint.tariffs().entrySet(),
                tariff -> {
                    out.text(tariff.getKey());
                    tariff(tariff.getValue());
                });
    }

    private void accelerator(AcceleratorSpec accelerator) {
        out.text(accelerator.name());
        out.optional(accelerator.label(), out::text);
        range(accelerator.range());
        out.optional(accelerator.vendor(), out::text);
        quantity(accelerator.memory());
        quantity(accelerator.bandwidth());
        out.list(
                accelerator.peaks().entrySet(),
                peak -> {
                    out.constant(peak.getKey());
                    quantity(peak.getValue());
                });
        out.optional(accelerator.achievable(), this::quantity);
        out.optional(accelerator.interconnect(), this::quantity);
        out.optional(accelerator.network(), this::quantity);
        out.integer(accelerator.node());
        out.optional(accelerator.power(), this::quantity);
        out.list(
                accelerator.prices().entrySet(),
                price -> {
                    out.constant(price.getKey());
                    stated(price.getValue(), this::uncertain);
                });
        out.flag(accelerator.sparse24());
        out.optional(accelerator.interrupted(), this::uncertain);
        source(accelerator.source());
        out.list(
                accelerator.tariffs().entrySet(),
                tariff -> {
                    out.constant(tariff.getKey());
                    tariff(tariff.getValue());
                });
    }

    private void region(RegionSpec region) {
        out.text(region.name());
        range(region.range());
        texts(region.within());
        out.optional(region.grid(), this::quantity);
        out.optional(region.pue(), this::quantity);
        source(region.source());
    }

    private void metric(MetricSpec metric) {
        out.text(metric.name());
        out.optional(metric.label(), out::text);
        range(metric.range());
        out.optional(metric.family(), out::text);
        texts(metric.tasks());
        out.optional(
                metric.bounds(),
                bounds -> {
                    quantity(bounds.least());
                    quantity(bounds.usual());
                    quantity(bounds.most());
                });
        out.flag(metric.higherIsBetter());
        source(metric.source());
    }

    private void benchmark(BenchmarkSpec benchmark) {
        out.text(benchmark.name());
        out.optional(benchmark.label(), out::text);
        range(benchmark.range());
        texts(benchmark.tasks());
        out.optional(benchmark.metric(), out::text);
        out.optional(benchmark.items(), this::quantity);
        out.optional(benchmark.input(), this::distribution);
        out.optional(benchmark.output(), this::distribution);
        source(benchmark.source());
    }

    private void result(QualityResult result) {
        out.text(result.model());
        out.text(result.benchmark());
        range(result.range());
        quantity(result.value());
        out.optional(result.harness(), out::text);
        out.optional(result.shots(), this::quantity);
        source(result.source());
    }

    private void rate(RoleRate rate) {
        out.text(rate.role());
        uncertain(rate.perDay());
        origin(rate.origin());
        out.optional(rate.tariff(), this::tariff);
    }

    private void prior(Prior prior) {
        out.text(prior.name());
        out.optional(prior.label(), out::text);
        out.integer(Dimension.all().indexOf(prior.value().likely().dimension()));
        uncertain(prior.value());
        out.optional(prior.because(), out::text);
        origin(prior.origin());
    }
}
