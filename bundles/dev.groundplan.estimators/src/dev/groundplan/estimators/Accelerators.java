package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** What estimators read from an accelerator's entry. */
final class Accelerators {
    private Accelerators() {}

    /** Where its figures stand. */
    static Origin origin(AcceleratorSpec accelerator) {
        return new Origin.FromCatalogue(
                accelerator.name(), accelerator.source(), accelerator.range());
    }

    /** The dense 16-bit peak, which utilisation refers to whatever the precision. */
    static Optional<Stated<FlopPerSecond>> peak(AcceleratorSpec accelerator) {
        return peak(accelerator, Precision.BF16).or(() -> peak(accelerator, Precision.FP16));
    }

    static Optional<Stated<FlopPerSecond>> peak(AcceleratorSpec accelerator, Precision precision) {
        return Optional.ofNullable(accelerator.peaks().get(precision))
                .filter(peak -> peak.value() > 0)
                .map(peak -> new Stated<>(peak, origin(accelerator)));
    }

    /**
     * The price on demand: the architect's assumption, the catalogue's, or the usual one of any
     * accelerator.
     */
    static Stated<Uncertain<PricePerHour>> price(AcceleratorSpec accelerator, Facts facts) {
        return facts.plan().assumptions().stream()
                .filter(a -> a.kind() == Assumption.Kind.PRICE)
                .filter(a -> a.subject().equals(accelerator.name()))
                .flatMap(a -> assumed(a).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(accelerator.prices().get(Purchase.ON_DEMAND)))
                .orElseGet(
                        () -> {
                            Prior usual = facts.prior("cost.accelerator-hour");
                            return new Stated<>(
                                    facts.prior(usual.name(), Dimension.PRICE_PER_HOUR),
                                    usual.origin());
                        });
    }

    private static Optional<Stated<Uncertain<PricePerHour>>> assumed(Assumption assumption) {
        return Dimension.PRICE_PER_HOUR
                .cast(assumption.value())
                .map(
                        price ->
                                new Stated<>(
                                        price,
                                        new Origin.Written(
                                                assumption.range(), assumption.because())));
    }
}
