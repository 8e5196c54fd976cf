package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.FeedbackMethod;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Optimizer;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.PromptTechnique;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tokenizer;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** Reads the stages: prompting, tuning, reinforcement, pre-training. */
final class StageLowering {
    /** What the adapters sit on when the file does not say: the field's habit since QLoRA. */
    private static final List<String> ALL_LINEAR = List.of("all-linear");

    /** The rank that the adapters' authors and most recipes begin with. */
    private static final int USUAL_RANK = 16;

    private static final int USUAL_QLORA_BITS = 4;
    private static final int USUAL_VIRTUAL_TOKENS = 20;

    private final NamesInProject names;
    private final List<Assumption> assumptions;

    StageLowering(NamesInProject names, List<Assumption> assumptions) {
        this.names = names;
        this.assumptions = assumptions;
    }

    PromptStage prompt(Block block, Optional<Servable> model) {
        return new PromptStage(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
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
                DateChecks.notBefore(block),
                names.servable(block, "base").or(() -> model),
                method(block),
                names.datasets(block, "on"),
                block.uncertain("epochs", Dimension.COUNT),
                block.exact("sequence", Dimension.TOKENS),
                BatchSize.sequences(block),
                names.hardware(block),
                block.text("framework"),
                block.text("precision").flatMap(Precision::of),
                block.flag("packing"),
                block.word("optimizer", Optimizer.values()),
                parallel(block),
                mfu(block));
    }

    PretrainStage pretrain(Block block) {
        Optional<Servable> base = names.servable(block, "base");
        return new PretrainStage(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                block.text("because"),
                base,
                Architectures.of(block).or(() -> base.flatMap(StageLowering::architecture)),
                block.child("Tokenizer").map(StageLowering::tokenizer),
                block.uncertain("tokens", Dimension.TOKENS),
                names.datasets(block, "on"),
                block.exact("sequence", Dimension.TOKENS),
                block.text("precision").flatMap(Precision::of),
                BatchSize.tokens(block),
                names.hardware(block),
                parallel(block),
                block.text("framework"),
                block.word("optimizer", Optimizer.values()),
                mfu(block),
                block.uncertain("goodput", Dimension.RATIO),
                block.uncertain("trials", Dimension.COUNT),
                block.exact("overtrained", Dimension.COUNT),
                block.exact("checkpoint", Dimension.TIME));
    }

    /** Training that goes on keeps the shape of what it goes on from. */
    private static Optional<Stated<Architecture>> architecture(Servable base) {
        return switch (base) {
            case ModelSpec model -> model.architecture();
            case PretrainStage own -> own.architecture();
            case EndpointSpec hosted -> Optional.empty();
        };
    }

    private static Tokenizer tokenizer(Block block) {
        return new Tokenizer(
                block.header(),
                block.word("algorithm", Tokenizer.Algorithm.values()),
                block.exact("vocabulary", Dimension.COUNT));
    }

    ReinforceStage reinforce(Block block, Optional<Servable> model) {
        return new ReinforceStage(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                names.servable(block, "base").or(() -> model),
                block.child("Method").flatMap(this::feedbackMethod),
                names.datasets(block, "on"),
                block.word("feedback", ReinforceStage.Feedback.values()),
                block.uncertain("preferences", Dimension.COUNT),
                LabourLowering.of(block, "labelling", Dimension.TIME_PER_ITEM),
                block.exact("raters", Dimension.COUNT),
                block.uncertain("epochs", Dimension.COUNT),
                block.exact("sequence", Dimension.TOKENS),
                block.uncertain("response", Dimension.TOKENS),
                BatchSize.sequences(block),
                names.hardware(block),
                block.text("framework"),
                block.text("precision").flatMap(Precision::of),
                block.word("optimizer", Optimizer.values()),
                parallel(block),
                mfu(block));
    }

    private Optional<Stated<FeedbackMethod>> feedbackMethod(Block method) {
        Optional<FeedbackMethod> read =
                switch (method.text("kind").orElse("")) {
                    case "ppo" ->
                            Optional.of(
                                    new FeedbackMethod.Ppo(names.servable(method, "reward-model")));
                    case "dpo" -> Optional.of(new FeedbackMethod.Dpo(method.flag("reference")));
                    case "grpo" ->
                            Optional.of(
                                    new FeedbackMethod.Grpo(
                                            method.exact("group", Dimension.COUNT),
                                            method.flag("reference")));
                    default -> Optional.empty();
                };
        return read.map(m -> Stated.written(m, method.range()));
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
                                        block.flag("sequence"),
                                        block.word("recompute", Recompute::of),
                                        block.header()))
                .orElse(Parallel.NONE);
    }
}
