package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.estimators.RunningCostEstimation;
import dev.groundplan.estimators.ServingMemoryEstimation;
import dev.groundplan.estimators.ServingPerformanceEstimation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A replica whose accelerators cannot hold the model and one request. */
public final class ModelDoesNotFit implements Rule {
    /** A way out with the numbers that it is judged by. */
    private record Remedy(
            ServingVariant variant,
            ServingMemoryEstimation memory,
            Optional<RunningCostEstimation> cost,
            Optional<ServingPerformanceEstimation> speed) {
        double costOrMost() {
            return cost.map(c -> c.month().value().likely().value()).orElse(Double.MAX_VALUE);
        }

        String need() {
            return memory.least() + " of " + memory.usable().orElseThrow();
        }
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().servings().stream()
                .flatMap(
                        serving ->
                                facts.get(ServingMemoryEstimation.class, serving).stream()
                                        .filter(memory -> !memory.fits())
                                        .map(memory -> finding(serving, memory, facts)));
    }

    private Finding finding(Serving serving, ServingMemoryEstimation memory, Facts facts) {
        List<Remedy> remedies = remedies(serving, memory, facts);
        Hardware hardware = serving.hardware().orElseThrow();
        return finding(
                hardware.range(),
                serving.id(),
                Message.of(
                        name(),
                        "A replica of {model} needs {least} before it answers anything: {parts}."
                                + " {count} x {accelerator} has {size}, of which a server can fill"
                                + " {usable}. {remedy}",
                        "model",
                        model(serving, facts),
                        "least",
                        memory.least().toString(),
                        "parts",
                        parts(memory),
                        "count",
                        memory.accelerators().toString(),
                        "accelerator",
                        hardware.accelerator().name(),
                        "size",
                        hardware.accelerator()
                                .memory()
                                .times(memory.accelerators().value())
                                .toString(),
                        "usable",
                        memory.usable().orElseThrow().toString(),
                        "remedy",
                        remedy(remedies)),
                remedies.stream().map(ModelDoesNotFit::fix).toList());
    }

    private static String model(Serving serving, Facts facts) {
        return serving.model()
                .or(() -> facts.plan().model())
                .flatMap(choice -> choice.model())
                .map(model -> model.value().name())
                .orElse("the model");
    }

    private static String parts(ServingMemoryEstimation memory) {
        return Stream.of(
                        Optional.of("weights " + memory.weights().value().likely()),
                        memory.longestCache()
                                .map(
                                        cache ->
                                                "key-value cache of a request of "
                                                        + memory.longest()
                                                        + " "
                                                        + cache.value().likely()),
                        memory.overhead().map(runtime -> "runtime " + runtime.value().likely()))
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    private static String remedy(List<Remedy> remedies) {
        return Wording.toMakeItFit(
                remedies.stream().map(r -> Map.entry(r.variant().title(), r.need())),
                "Nothing tried makes it fit: a smaller model would.");
    }

    /** What fits, cheapest at the workload first. */
    private static List<Remedy> remedies(
            Serving serving, ServingMemoryEstimation memory, Facts facts) {
        return ServingVariants.of(serving, memory, facts).stream()
                .flatMap(variant -> remedy(variant, facts).stream())
                .sorted(Comparator.comparingDouble(Remedy::costOrMost))
                .toList();
    }

    private static Optional<Remedy> remedy(ServingVariant variant, Facts facts) {
        Serving serving = variant.serving();
        return facts.get(ServingMemoryEstimation.class, serving)
                .filter(ServingMemoryEstimation::fits)
                .map(
                        memory ->
                                new Remedy(
                                        variant,
                                        memory,
                                        facts.get(RunningCostEstimation.class, serving),
                                        facts.get(ServingPerformanceEstimation.class, serving)));
    }

    private static Fix fix(Remedy remedy) {
        Change[] changes = remedy.variant().changes().toArray(Change[]::new);
        Fix fix = Fix.of(remedy.variant().title(), changes).bringing("memory", remedy.need());
        if (remedy.cost().isPresent()) {
            fix = fix.bringing("cost", remedy.cost().get().month().value().likely().toString());
        }
        return remedy.speed().isPresent()
                ? fix.bringing(
                        "time per token",
                        remedy.speed().get().perToken().value().likely().toString())
                : fix;
    }
}
