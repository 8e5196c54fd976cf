package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.estimators.TrainingCostEstimation;
import dev.groundplan.estimators.TrainingMemoryEstimation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ways in which a training job can be made smaller, each with the job as it would be. */
final class TrainingVariants {
    /**
     * The widest split that a fix proposes: 128 servers of eight, more than a quick fix should
     * spend.
     */
    private static final int MOST_ACCELERATORS = 1024;

    /** Larger accelerators to name; the others cost more. */
    private static final int MOST_MACHINES = 2;

    /** ZeRO's last stage, which shards weights, gradients and optimizer. */
    private static final int ZERO_ALL = 3;

    /** QLoRA's own, and the language's default. */
    private static final int QLORA_BITS = 4;

    private final Stage stage;
    private final Parallel parallel;
    private final Facts facts;
    private final List<TrainingVariant> found = new ArrayList<>();

    private TrainingVariants(Stage stage, Parallel parallel, Facts facts) {
        this.stage = stage;
        this.parallel = parallel;
        this.facts = facts;
    }

    /** The least disturbing first; whether one fits is for the caller to ask. */
    static List<TrainingVariant> of(TuningStage stage, Facts facts) {
        TrainingVariants variants = new TrainingVariants(stage, stage.parallel(), facts);
        variants.splits();
        variants.methods(stage);
        stage.hardware().ifPresent(variants::machines);
        return variants.found;
    }

    static List<TrainingVariant> of(PretrainStage stage, Facts facts) {
        TrainingVariants variants = new TrainingVariants(stage, stage.parallel(), facts);
        variants.splits();
        stage.hardware().ifPresent(variants::machines);
        return variants.found;
    }

    private void splits() {
        if (parallel.microBatch().filter(sequences -> sequences > 1).isPresent()) {
            add(
                    "Take one sequence at a time",
                    with(parallel.withMicroBatch(1)),
                    setParallel("micro-batch", "1"));
        }
        if (parallel.recompute().map(Stated::value).filter(r -> r == Recompute.FULL).isEmpty()) {
            add(
                    "Recompute all activations",
                    with(parallel.with(Recompute.FULL)),
                    setParallel("recompute", Recompute.FULL.word()));
        }
        if (parallel.zero().filter(zero -> zero < ZERO_ALL).isPresent()) {
            add(
                    "Shard weights, gradients and optimizer",
                    with(parallel.withZero(ZERO_ALL)),
                    setParallel("zero", Integer.toString(ZERO_ALL)));
        }
        if (found.size() > 1 && found.stream().noneMatch(this::fits)) {
            List<Change> all = found.stream().flatMap(v -> v.changes().stream()).toList();
            Parallel least = parallel.withMicroBatch(1).with(Recompute.FULL).withZero(ZERO_ALL);
            found.add(new TrainingVariant("Split as finely as it goes", with(least), all));
        }
    }

    private void methods(TuningStage tuning) {
        switch (tuning.method().value()) {
            case TuningMethod.Full full -> {
                int rank = usualRank();
                List<String> everywhere = List.of("all-linear");
                method("LoRA", tuning, new TuningMethod.Lora(rank, everywhere));
                method("QLoRA", tuning, new TuningMethod.Qlora(rank, everywhere, QLORA_BITS));
            }
            case TuningMethod.Lora lora ->
                    method(
                            "QLoRA",
                            tuning,
                            new TuningMethod.Qlora(lora.rank(), lora.targets(), QLORA_BITS));
            case TuningMethod.Qlora qlora -> {
                // the smallest method there is, with gradients
            }
            case TuningMethod.PromptTuning prompt ->
                    method(
                            "QLoRA",
                            tuning,
                            new TuningMethod.Qlora(usualRank(), List.of("all-linear"), QLORA_BITS));
        }
    }

    private int usualRank() {
        return (int) facts.prior("fine-tune.rank").value().likely().value();
    }

    private void method(String name, TuningStage tuning, TuningMethod method) {
        add(
                "Use " + name,
                tuning.with(method),
                new Change.Set(stage.id(), "method", written(method)));
    }

    private static String written(TuningMethod method) {
        return switch (method) {
            case TuningMethod.Full full -> full.word();
            case TuningMethod.Lora lora -> written(lora.word(), lora.rank(), lora.targets());
            case TuningMethod.Qlora qlora -> written(qlora.word(), qlora.rank(), qlora.targets());
            case TuningMethod.PromptTuning prompt ->
                    prompt.word() + " { virtual-tokens " + prompt.virtualTokens() + " }";
        };
    }

    private static String written(String word, int rank, List<String> targets) {
        return word + " { rank " + rank + "  targets " + String.join(", ", targets) + " }";
    }

    private void machines(Hardware hardware) {
        more(hardware).ifPresent(found::add);
        Accelerated.larger(hardware, facts)
                .map(this::machine)
                .filter(this::fits)
                .sorted(Comparator.comparingDouble(this::cost))
                .limit(MOST_MACHINES)
                .forEach(found::add);
    }

    private double cost(TrainingVariant variant) {
        return facts.get(TrainingCostEstimation.class, variant.stage())
                .map(cost -> cost.cost().value().likely().value())
                .orElse(Double.MAX_VALUE);
    }

    /**
     * The first doubling on which the job fits; a count left out is already as large as it need be.
     */
    private Optional<TrainingVariant> more(Hardware hardware) {
        if (hardware.count().isEmpty() || parallel.data().isPresent()) {
            return Optional.empty();
        }
        for (long n = 2L * hardware.count().get(); n <= MOST_ACCELERATORS; n *= 2) {
            TrainingVariant variant = machine(hardware.withCount((int) n));
            if (fits(variant)) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    private boolean fits(TrainingVariant variant) {
        return facts.get(TrainingMemoryEstimation.class, variant.stage())
                .filter(TrainingMemoryEstimation::fits)
                .isPresent();
    }

    private TrainingVariant machine(Hardware hardware) {
        Stage variant =
                switch (stage) {
                    case TuningStage tuning -> tuning.on(hardware);
                    case PretrainStage pretrain -> pretrain.on(hardware);
                    default -> throw new IllegalStateException("no training: " + stage.name());
                };
        String value = Accelerated.written(hardware);
        return TrainingVariant.of(
                "Use " + value, variant, new Change.Set(stage.id(), "hardware", value));
    }

    private Stage with(Parallel other) {
        return switch (stage) {
            case TuningStage tuning -> tuning.with(other);
            case PretrainStage pretrain -> pretrain.with(other);
            default -> throw new IllegalStateException("no training: " + stage.name());
        };
    }

    private Change setParallel(String property, String value) {
        return new Change.Set(stage.id().child("parallel"), property, value);
    }

    private void add(String title, Stage variant, Change change) {
        found.add(TrainingVariant.of(title, variant, change));
    }
}
