package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.AnswerCache;
import dev.groundplan.core.plan.Augmentation;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Flow;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.ReasoningStep;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code augmentation { … }}. */
final class AugmentationLowering {
    private final NamesInProject names;

    AugmentationLowering(NamesInProject names) {
        this.names = names;
    }

    Augmentation of(Block project) {
        List<Block> blocks = project.children("Augmentation");
        if (blocks.isEmpty()) {
            return Augmentation.NONE;
        }
        List<AugmentationStep> steps = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        for (Block block : blocks) {
            for (Block child : block.blocks()) {
                step(child).ifPresent(steps::add);
                if (child.is("Flow")) {
                    flows.add(flow(child));
                }
            }
        }
        return new Augmentation(blocks.getFirst().header(), steps, flows);
    }

    private Optional<AugmentationStep> step(Block block) {
        return Optional.ofNullable(
                switch (block.type()) {
                    case "Retrieval" -> retrieval(block);
                    case "Reasoning" -> reasoning(block);
                    case "ProgramAided" -> programAided(block);
                    case "Tools" -> tools(block);
                    case "Guard" -> guard(block);
                    case "Cache" -> cache(block);
                    default -> null;
                });
    }

    private Retrieval retrieval(Block block) {
        return new Retrieval(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                names.datasets(block, "corpus"),
                block.exact("chunk", Dimension.TOKENS),
                block.exact("overlap", Dimension.TOKENS),
                block.exact("top", Dimension.COUNT),
                block.word("access", Retrieval.Access.values()),
                names.servable(block, "embedding"),
                block.word("index", Retrieval.Index.values()),
                block.text("store"),
                names.servable(block, "rerank"));
    }

    private static ReasoningStep reasoning(Block block) {
        return new ReasoningStep(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                block.word("technique", ReasoningStep.Technique.values()),
                block.uncertain("samples", Dimension.COUNT),
                block.uncertain("extra", Dimension.TOKENS_PER_ITEM));
    }

    private static ProgramAided programAided(Block block) {
        return new ProgramAided(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                block.stated("language"),
                block.uncertain("calls", Dimension.ITEMS_PER_REQUEST),
                block.uncertain("extra", Dimension.TOKENS_PER_ITEM),
                block.word("sandbox", ProgramAided.Sandbox.values()));
    }

    private static ToolUse tools(Block block) {
        return new ToolUse(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                block.word("technique", ToolUse.Technique.values()),
                block.distribution("steps", Dimension.COUNT),
                block.uncertain("extra", Dimension.TOKENS_PER_ITEM),
                block.words("allow"));
    }

    private Guard guard(Block block) {
        List<String> on = block.words("on");
        return new Guard(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                on.contains("input"),
                on.contains("output"),
                names.servable(block, "model"),
                block.word("action", Guard.Action.values()));
    }

    private static AnswerCache cache(Block block) {
        return new AnswerCache(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                DateChecks.notBefore(block),
                block.uncertain("hits", Dimension.RATIO));
    }

    private static Flow flow(Block block) {
        return new Flow(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("steps"),
                block.exact("end-to-end", Dimension.TIME));
    }
}
