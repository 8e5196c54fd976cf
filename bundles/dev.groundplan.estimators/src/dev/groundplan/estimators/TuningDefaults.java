package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Tokens;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a tuning stage means where it does not say so. */
final class TuningDefaults {
    private TuningDefaults() {}

    /**
     * The size of the model that is tuned: the stage's own base, else the project's first model.
     */
    static Optional<ParameterEstimation> base(TuningStage stage, Facts facts) {
        return base(stage.base(), facts);
    }

    /** The size of a base that is written, else of the project's first model. */
    static Optional<ParameterEstimation> base(Optional<Servable> written, Facts facts) {
        return written.isPresent()
                ? ParameterCount.of(written.get(), facts)
                : facts.plan().model().flatMap(choice -> size(choice, facts));
    }

    private static Optional<ParameterEstimation> size(ModelChoice choice, Facts facts) {
        return facts.get(ParameterEstimation.class, choice);
    }

    /** The datasets that it names, else all that are there to tune on. */
    static List<Dataset> datasets(TuningStage stage, Facts facts) {
        return stage.on().isEmpty()
                ? facts.plan().datasets().stream()
                        .filter(
                                d ->
                                        d.purpose()
                                                .filter(p -> p.value() == Purpose.TUNING)
                                                .isPresent())
                        .toList()
                : stage.on();
    }

    static Stated<Tokens> sequence(TuningStage stage, Facts facts) {
        return stage.sequence()
                .orElseGet(
                        () -> {
                            Prior prior = facts.prior("fine-tune.sequence");
                            return new Stated<>(
                                    facts.prior(prior.name(), Dimension.TOKENS).likely(),
                                    prior.origin());
                        });
    }

    static Calculation.Term epochs(Calculation calculation, TuningStage stage, Facts facts) {
        return stage.epochs()
                .map(epochs -> calculation.range("epochs", "passes over the data", epochs))
                .orElseGet(() -> calculation.plainPrior("epochs", facts, "fine-tune.epochs"));
    }

    static Stated<Recompute> recompute(TuningStage stage) {
        return stage.parallel()
                .recompute()
                .orElseGet(
                        () ->
                                Stated.assumed(
                                        Recompute.FULL,
                                        "tuning recomputes activations to save memory",
                                        Source.UNKNOWN));
    }

    /**
     * The accelerators that it names; else those of the catalogue that compute most for their price
     * among those on a node of which the job fits.
     */
    static Optional<Stated<Hardware>> hardware(TuningStage stage, Facts facts) {
        if (stage.hardware().isPresent()) {
            return stage.hardware().map(h -> Stated.written(h, h.range()));
        }
        return facts.catalogue().accelerators().values().stream()
                .filter(a -> a.prices().containsKey(Purchase.ON_DEMAND))
                .filter(a -> Accelerators.peak(a).isPresent())
                .sorted(
                        Comparator.comparingDouble(TuningDefaults::priceOfComputing)
                                .thenComparing(AcceleratorSpec::name))
                .map(a -> new Hardware(Optional.empty(), a, Optional.empty(), stage.range()))
                .filter(h -> fitsOnANode(stage.on(h), h.accelerator(), facts))
                .findFirst()
                .map(
                        h ->
                                Stated.assumed(
                                        h,
                                        "no hardware is written: the catalogue's most computing for"
                                                + " its price on which the job fits",
                                        h.accelerator().source()));
    }

    private static double priceOfComputing(AcceleratorSpec accelerator) {
        return accelerator.prices().get(Purchase.ON_DEMAND).value().likely().value()
                / Accelerators.peak(accelerator).orElseThrow().value().value();
    }

    private static boolean fitsOnANode(TuningStage onIt, AcceleratorSpec accelerator, Facts facts) {
        return facts.get(TrainingMemoryEstimation.class, onIt)
                .filter(TrainingMemoryEstimation::fits)
                .filter(memory -> memory.accelerators().value() <= Math.max(1, accelerator.node()))
                .isPresent();
    }

    /** Sequences that an accelerator holds at once. */
    static Stated<Count> microBatch(Optional<Integer> written, Origin of) {
        return written.map(b -> new Stated<>(Count.of(b), of))
                .orElseGet(
                        () ->
                                Stated.assumed(
                                        Count.of(1),
                                        "one sequence at a time needs the least memory",
                                        Source.UNKNOWN));
    }
}
