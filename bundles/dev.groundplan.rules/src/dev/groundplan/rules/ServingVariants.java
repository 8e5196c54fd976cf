package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.estimators.RunningCostEstimation;
import dev.groundplan.estimators.ServingMemoryEstimation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The ways in which a deployment can be made to need less, or to have more. */
final class ServingVariants {
    /** Larger accelerators to name; the others cost more. */
    private static final int MOST_MACHINES = 2;

    private final Serving serving;
    private final ServingMemoryEstimation memory;
    private final Facts facts;
    private final List<ServingVariant> found = new ArrayList<>();

    private ServingVariants(Serving serving, ServingMemoryEstimation memory, Facts facts) {
        this.serving = serving;
        this.memory = memory;
        this.facts = facts;
    }

    /** What harms answers least stands first; whether one fits is for the caller to ask. */
    static List<ServingVariant> of(Serving serving, ServingMemoryEstimation memory, Facts facts) {
        ServingVariants variants = new ServingVariants(serving, memory, facts);
        variants.shorterContext();
        serving.hardware().ifPresent(variants::quantised);
        serving.hardware().ifPresent(variants::machines);
        return variants.found;
    }

    /** Half as long until it fits, but never shorter than the long requests that are expected. */
    private void shorterContext() {
        if (serving.context().isEmpty()) {
            return;
        }
        double least = Math.max(1, longRequest());
        for (double tokens = serving.context().get().value().value() / 2;
                tokens >= least;
                tokens /= 2) {
            Tokens shorter = new Tokens(Math.floor(tokens));
            Serving variant = serving.with(shorter);
            if (fits(variant)) {
                add(
                        "Admit " + shorter + " a request",
                        variant,
                        new Change.Set(
                                serving.id().child("engine"), "context", Written.tokens(shorter)));
                return;
            }
        }
    }

    private double longRequest() {
        return longest(Workload::input, "workload.input")
                + longest(Workload::output, "workload.output");
    }

    private double longest(
            Function<Workload, Optional<Stated<Distribution<Tokens>>>> part, String prior) {
        return facts.plan().scope().workloads().stream()
                .flatMap(workload -> part.apply(workload).stream())
                .mapToDouble(stated -> stated.value().p90().value())
                .max()
                .orElseGet(() -> facts.prior(prior, Dimension.TOKENS).high().value());
    }

    private void quantised(Hardware hardware) {
        if (hardware.accelerator().peaks().containsKey(Precision.FP8)) {
            quantised("fp8");
        }
        if (hardware.accelerator().peaks().containsKey(Precision.INT8)) {
            quantised("int8");
        }
        quantised("awq");
    }

    private void quantised(String scheme) {
        if (serving.quantisation()
                .flatMap(CompressionStage::scheme)
                .filter(scheme::equals)
                .isPresent()) {
            return;
        }
        List<CompressionStage> steps =
                new ArrayList<>(
                        serving.compression().stream()
                                .filter(step -> step.kind() != CompressionStage.Kind.QUANTISE)
                                .toList());
        steps.add(quantisation(scheme));
        add(
                "Quantise with " + scheme,
                serving.with(steps),
                new Change.Set(serving.id(), "quantise", scheme));
    }

    private CompressionStage quantisation(String scheme) {
        return CompressionStage.quantise(serving.id().child("quantise"), serving.range(), scheme);
    }

    private void machines(Hardware hardware) {
        memory.needed()
                .map(Count::value)
                .filter(needed -> needed > memory.accelerators().value())
                .map(needed -> machine(hardware.withCount(needed.intValue())))
                .ifPresent(found::add);
        Accelerated.larger(hardware, facts)
                .map(this::machine)
                .filter(variant -> fits(variant.serving()))
                .sorted(Comparator.comparingDouble(this::cost))
                .limit(MOST_MACHINES)
                .forEach(found::add);
    }

    private double cost(ServingVariant variant) {
        return facts.get(RunningCostEstimation.class, variant.serving())
                .map(cost -> cost.month().value().likely().value())
                .orElse(Double.MAX_VALUE);
    }

    private ServingVariant machine(Hardware hardware) {
        String value = Accelerated.written(hardware);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Set(serving.id(), "hardware", value));
        if (serving.tensor().isPresent() && hardware.count().isPresent()) {
            changes.add(
                    new Change.Set(
                            serving.id().child("engine"),
                            "tensor",
                            hardware.count().get().toString()));
        }
        return new ServingVariant("Use " + value, serving.on(hardware), changes);
    }

    private boolean fits(Serving variant) {
        return facts.get(ServingMemoryEstimation.class, variant)
                .filter(ServingMemoryEstimation::fits)
                .isPresent();
    }

    private void add(String title, Serving variant, Change change) {
        found.add(new ServingVariant(title, variant, List.of(change)));
    }
}
