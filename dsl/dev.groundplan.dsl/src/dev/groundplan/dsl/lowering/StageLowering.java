package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.PromptTechnique;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.dsl.model.Scaled;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the stages: prompting, tuning, pre-training, compression. */
final class StageLowering {
    /** What the adapters sit on when the file does not say: the field's habit since QLoRA. */
    private static final List<String> ALL_LINEAR = List.of("all-linear");

    /** The rank that the adapters' authors and most recipes begin with. */
    private static final int USUAL_RANK = 16;

    private static final int USUAL_QLORA_BITS = 4;
    private static final int USUAL_VIRTUAL_TOKENS = 20;

    private final Catalogue catalogue;
    private final Map<String, Dataset> datasets;
    private final List<Assumption> assumptions;
    private final Function<String, Optional<Servable>> servables;

    StageLowering(
            Catalogue catalogue,
            Map<String, Dataset> datasets,
            List<Assumption> assumptions,
            Function<String, Optional<Servable>> servables) {
        this.catalogue = catalogue;
        this.datasets = datasets;
        this.assumptions = assumptions;
        this.servables = servables;
    }

    PromptStage prompt(Block block, Optional<Servable> model) {
        return new PromptStage(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                model,
                block.text("technique")
                        .flatMap(PromptTechnique::of)
                        .orElse(PromptTechnique.ZERO_SHOT),
                block.uncertain("shots", Dimension.COUNT),
                block.uncertain("tokens", Dimension.TOKENS),
                block.uncertain("variants", Dimension.COUNT));
    }

    TuningStage tuning(Block block, Optional<Servable> model) {
        return new TuningStage(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                base(block).or(() -> model),
                method(block),
                datasets(block, "on"),
                block.uncertain("epochs", Dimension.COUNT),
                block.exact("sequence", Dimension.TOKENS),
                block.exact("batch", Dimension.COUNT),
                hardware(block),
                block.text("framework"),
                block.text("precision").flatMap(Precision::of),
                block.flag("packing"),
                parallel(block),
                mfu(block));
    }

    PretrainStage pretrain(Block block) {
        return new PretrainStage(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                block.text("because"),
                Architectures.of(block),
                block.uncertain("tokens", Dimension.TOKENS),
                datasets(block, "on"),
                block.exact("sequence", Dimension.TOKENS),
                block.text("precision").flatMap(Precision::of),
                block.exact("batch", Dimension.TOKENS),
                hardware(block),
                parallel(block),
                block.text("framework"),
                mfu(block),
                block.uncertain("goodput", Dimension.RATIO),
                block.uncertain("trials", Dimension.COUNT));
    }

    CompressionStage compression(Block block, CompressionStage.Kind kind, List<String> after) {
        boolean quantise = kind == CompressionStage.Kind.QUANTISE;
        boolean distil = kind == CompressionStage.Kind.DISTIL;
        return new CompressionStage(
                block.id(),
                kind.name().toLowerCase(Locale.ROOT),
                block.header(),
                kind,
                quantise ? block.text("scheme") : Optional.empty(),
                quantise ? block.whole("bits") : Optional.empty(),
                quantise ? block.whole("group") : Optional.empty(),
                data(block, kind),
                distil
                        ? block.mentioned("into").stream().findFirst().flatMap(servables)
                        : Optional.empty(),
                after);
    }

    private Optional<Dataset> data(Block block, CompressionStage.Kind kind) {
        return switch (kind) {
            case DISTIL -> datasets(block, "on").stream().findFirst();
            case QUANTISE ->
                    block.child("Calibration").flatMap(c -> datasets(c, "on").stream().findFirst());
            case PRUNE -> Optional.empty();
        };
    }

    private Optional<Servable> base(Block block) {
        return block.mentioned("base").stream().findFirst().flatMap(servables);
    }

    private List<Dataset> datasets(Block block, String property) {
        return block.mentioned(property).stream()
                .filter(datasets::containsKey)
                .map(datasets::get)
                .toList();
    }

    private static Stated<TuningMethod> method(Block block) {
        return block.child("Method")
                .map(m -> Stated.written(method(m, m.text("kind").orElse("")), m.range()))
                .orElseGet(
                        () ->
                                Stated.assumed(
                                        new TuningMethod.Lora(USUAL_RANK, ALL_LINEAR),
                                        "no method is given: LoRA of rank 16 is the usual start",
                                        Source.UNKNOWN));
    }

    private static TuningMethod method(Block method, String word) {
        List<String> targets =
                method.words("targets").isEmpty() ? ALL_LINEAR : method.words("targets");
        int rank = Math.max(1, method.whole("rank", USUAL_RANK));
        return switch (word) {
            case "full" -> new TuningMethod.Full();
            case "qlora" ->
                    new TuningMethod.Qlora(rank, targets, method.whole("bits", USUAL_QLORA_BITS));
            case "prompt-tuning" ->
                    new TuningMethod.PromptTuning(
                            method.whole("virtual-tokens", USUAL_VIRTUAL_TOKENS));
            default -> new TuningMethod.Lora(rank, targets);
        };
    }

    /** The accelerators that a block names, when the catalogue knows them. */
    Optional<Hardware> hardware(Block owner) {
        return owner.child("Hardware")
                .flatMap(
                        block ->
                                block.mentioned("accelerator").stream()
                                        .findFirst()
                                        .map(catalogue.accelerators()::get)
                                        .map(
                                                spec ->
                                                        new Hardware(
                                                                count(block),
                                                                spec,
                                                                block.mentioned("region").stream()
                                                                        .findFirst(),
                                                                block.range())));
    }

    private static Optional<Integer> count(Block hardware) {
        return hardware.values("count").stream()
                .findFirst()
                .map(count -> Numbers.read((Scaled) count, 1))
                .filter(number -> number.isPresent() && number.getAsDouble() >= 1)
                .map(number -> (int) Math.min(Integer.MAX_VALUE, number.getAsDouble()));
    }

    /** As the block says, or as the project assumes for it. */
    private Optional<Stated<Uncertain<Ratio>>> mfu(Block block) {
        return block.uncertain("mfu", Dimension.RATIO)
                .or(
                        () ->
                                assumptions.stream()
                                        .filter(a -> a.kind() == Assumption.Kind.MFU)
                                        .filter(a -> a.subject().equals(block.name()))
                                        .findFirst()
                                        .flatMap(StageLowering::assumedRatio));
    }

    private static Optional<Stated<Uncertain<Ratio>>> assumedRatio(Assumption assumption) {
        Origin origin = new Origin.Written(assumption.range(), assumption.because());
        return Dimension.RATIO.cast(assumption.value()).map(value -> new Stated<>(value, origin));
    }

    private static Parallel parallel(Block owner) {
        return owner.child("Parallel")
                .map(
                        block ->
                                new Parallel(
                                        block.whole("tensor"),
                                        block.whole("pipeline"),
                                        block.whole("data"),
                                        block.whole("context"),
                                        block.whole("expert"),
                                        block.whole("zero"),
                                        block.whole("micro-batch"),
                                        block.whole("interleave"),
                                        block.word("recompute", Recompute::of),
                                        block.header()))
                .orElse(Parallel.NONE);
    }
}
