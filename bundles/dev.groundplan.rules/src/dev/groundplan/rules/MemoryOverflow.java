package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.estimators.TrainingCostEstimation;
import dev.groundplan.estimators.TrainingMemoryEstimation;
import dev.groundplan.estimators.TrainingTimeEstimation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A training or tuning job that needs more memory than its accelerators have. */
public final class MemoryOverflow implements Rule {
    /** A way out with the numbers that it is judged by. */
    private record Remedy(
            TrainingVariant variant,
            TrainingMemoryEstimation memory,
            Optional<TrainingTimeEstimation> time,
            Optional<TrainingCostEstimation> cost) {
        double costOrMost() {
            return cost.map(c -> c.cost().value().likely().value()).orElse(Double.MAX_VALUE);
        }

        String need() {
            return memory.total().value().likely() + " of " + memory.capacity().orElseThrow();
        }
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().stages().stream()
                .flatMap(
                        stage ->
                                facts.get(TrainingMemoryEstimation.class, stage).stream()
                                        .filter(memory -> !memory.fits())
                                        .map(memory -> finding(stage, memory, facts)));
    }

    private Finding finding(Stage stage, TrainingMemoryEstimation memory, Facts facts) {
        List<Remedy> remedies = remedies(stage, facts);
        AcceleratorSpec accelerator = memory.accelerator().orElseThrow();
        return finding(
                range(stage),
                stage.id(),
                Message.of(
                        name(),
                        "{stage} needs {need} on each {accelerator}, of whose {size} a job can fill"
                                + " {capacity}: {parts}. {remedy}",
                        "stage",
                        stage.name(),
                        "need",
                        memory.total().value().likely().toString(),
                        "accelerator",
                        accelerator.name(),
                        "size",
                        accelerator.memory().toString(),
                        "capacity",
                        memory.capacity().orElseThrow().toString(),
                        "parts",
                        parts(memory),
                        "remedy",
                        remedy(remedies)),
                remedies.stream().map(MemoryOverflow::fix).toList());
    }

    /** Where the marks lie: at the accelerators that are too small. */
    private static SourceRange range(Stage stage) {
        Optional<Hardware> hardware =
                switch (stage) {
                    case TuningStage tuning -> tuning.hardware();
                    case PretrainStage pretrain -> pretrain.hardware();
                    default -> Optional.empty();
                };
        return hardware.map(Hardware::range).orElseGet(stage::range);
    }

    /** The parts that are there, largest first. */
    private static String parts(TrainingMemoryEstimation memory) {
        record Part(String name, Bytes size) {}
        return Stream.of(
                        new Part("weights", memory.weights().value().likely()),
                        new Part("gradients", memory.gradients().value().likely()),
                        new Part("optimizer", memory.optimizer().value().likely()),
                        new Part("activations", memory.activations().value().likely()),
                        new Part("logits", memory.logits().value().likely()),
                        new Part("runtime", memory.runtime().value().likely()))
                .filter(part -> !part.size().isZero())
                .sorted(Comparator.comparing(Part::size).reversed())
                .map(part -> part.name() + " " + part.size())
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    private static String remedy(List<Remedy> remedies) {
        return Wording.toMakeItFit(
                remedies.stream().map(r -> Map.entry(r.variant().title(), r.need())),
                "Nothing tried makes it fit: a smaller model or shorter sequences would.");
    }

    /** What fits, cheapest first. */
    private static List<Remedy> remedies(Stage stage, Facts facts) {
        List<TrainingVariant> variants =
                switch (stage) {
                    case TuningStage tuning -> TrainingVariants.of(tuning, facts);
                    case PretrainStage pretrain -> TrainingVariants.of(pretrain, facts);
                    default -> List.of();
                };
        return variants.stream()
                .flatMap(variant -> remedy(variant, facts).stream())
                .sorted(Comparator.comparingDouble(Remedy::costOrMost))
                .toList();
    }

    private static Optional<Remedy> remedy(TrainingVariant variant, Facts facts) {
        return facts.get(TrainingMemoryEstimation.class, variant.stage())
                .filter(TrainingMemoryEstimation::fits)
                .map(
                        memory ->
                                new Remedy(
                                        variant,
                                        memory,
                                        facts.get(TrainingTimeEstimation.class, variant.stage()),
                                        facts.get(TrainingCostEstimation.class, variant.stage())));
    }

    private static Fix fix(Remedy remedy) {
        TrainingVariant variant = remedy.variant();
        Fix fix =
                Fix.of(variant.title(), variant.changes().toArray(Change[]::new))
                        .bringing("memory", remedy.need());
        if (remedy.time().isPresent()) {
            fix = fix.bringing("time", remedy.time().get().duration().value().likely().toString());
        }
        if (remedy.cost().isPresent()) {
            fix = fix.bringing("cost", remedy.cost().get().cost().value().likely().toString());
        }
        return fix;
    }
}
