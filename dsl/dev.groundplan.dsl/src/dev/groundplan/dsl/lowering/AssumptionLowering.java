package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.Uncertain;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code assumptions { … }} and puts them in the place of what the catalogue says. */
final class AssumptionLowering {
    private AssumptionLowering() {}

    static List<Assumption> of(Block project) {
        return project.children("Assumptions").stream()
                .flatMap(block -> in(block).stream())
                .toList();
    }

    /** Those that stand in this block. */
    static List<Assumption> in(Block block) {
        return block.blocks().stream().flatMap(one -> assumption(one).stream()).toList();
    }

    private static Optional<Assumption> assumption(Block block) {
        Assumption.Kind kind =
                switch (block.object().eClass().getName()) {
                    case "PriceAssumption" -> Assumption.Kind.PRICE;
                    case "MfuAssumption" -> Assumption.Kind.MFU;
                    case "PriorAssumption" -> Assumption.Kind.PRIOR;
                    default -> null;
                };
        if (kind == null) {
            return Optional.empty();
        }
        String subject = block.mentioned("of").stream().findFirst().orElse("");
        Optional<Uncertain<?>> value =
                kind == Assumption.Kind.PRICE
                        ? block.uncertain("value", Dimension.PRICE_PER_HOUR).map(Stated::value)
                        : AnyQuantity.of(block, "value", subject);
        return value.map(
                v ->
                        new Assumption(
                                kind,
                                subject,
                                v,
                                block.range(),
                                block.text("because"),
                                block.date("as-of")));
    }

    /** The catalogue as this project sees it. */
    static Catalogue apply(Catalogue catalogue, List<Assumption> assumptions) {
        if (assumptions.isEmpty()) {
            return catalogue;
        }
        Map<String, Prior> priors = new LinkedHashMap<>(catalogue.priors());
        Map<String, AcceleratorSpec> accelerators = new LinkedHashMap<>(catalogue.accelerators());
        for (Assumption assumption : assumptions) {
            Origin origin = new Origin.Written(assumption.range(), assumption.because());
            switch (assumption.kind()) {
                case PRIOR ->
                        priors.computeIfPresent(
                                assumption.subject(),
                                (name, prior) ->
                                        PriorChecks.fits(prior, assumption.value())
                                                ? new Prior(
                                                        name,
                                                        prior.label(),
                                                        assumption.value(),
                                                        assumption.because(),
                                                        origin)
                                                : prior);
                case PRICE ->
                        Dimension.PRICE_PER_HOUR
                                .cast(assumption.value())
                                .ifPresent(
                                        price ->
                                                accelerators.computeIfPresent(
                                                        assumption.subject(),
                                                        (name, spec) ->
                                                                priced(spec, price, origin)));
                case MFU -> {
                    // belongs to a stage; the training estimator asks the plan for it
                }
            }
        }
        return new Catalogue(
                catalogue.version(),
                catalogue.models(),
                catalogue.endpoints(),
                accelerators,
                catalogue.licences(),
                catalogue.regions(),
                catalogue.metrics(),
                catalogue.rates(),
                priors,
                catalogue.benchmarks(),
                catalogue.results(),
                catalogue.datasets(),
                catalogue.policies(),
                catalogue.portfolios());
    }

    private static AcceleratorSpec priced(
            AcceleratorSpec spec, Uncertain<PricePerHour> price, Origin origin) {
        Map<Purchase, Stated<Uncertain<PricePerHour>>> prices = new EnumMap<>(Purchase.class);
        prices.putAll(spec.prices());
        prices.put(Purchase.ON_DEMAND, new Stated<>(price, origin));
        return spec.with(prices);
    }
}
