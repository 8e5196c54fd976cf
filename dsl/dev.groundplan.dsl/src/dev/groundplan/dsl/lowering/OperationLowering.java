package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Phase;
import dev.groundplan.core.plan.Repeat;
import dev.groundplan.core.plan.ResponseWork;
import dev.groundplan.core.units.Dimension;
import java.util.Optional;

/** Reads {@code operation { … }}. */
final class OperationLowering {
    private OperationLowering() {}

    static Operation of(Block project) {
        return project.child("Operation").map(OperationLowering::operation).orElse(Operation.NONE);
    }

    private static Operation operation(Block block) {
        return new Operation(
                block.header(),
                block.words("monitor"),
                LabourLowering.of(block, "support", Dimension.EFFORT_PER_MONTH),
                responses(block, "review"),
                responses(block, "escalate"),
                block.children("Repeat").stream().map(OperationLowering::repeat).toList(),
                block.children("Phase").stream().map(OperationLowering::phase).toList());
    }

    private static Optional<ResponseWork> responses(Block owner, String property) {
        return owner.parts(property).stream().findFirst().flatMap(OperationLowering::responses);
    }

    private static Optional<ResponseWork> responses(Block block) {
        return block.uncertain("share", Dimension.RATIO)
                .map(
                        share ->
                                new ResponseWork(
                                        block.range(),
                                        share,
                                        block.text("of"),
                                        block.uncertain("time", Dimension.TIME),
                                        block.statedMention("by")));
    }

    private static Repeat repeat(Block block) {
        return new Repeat(
                block.range(),
                block.mention("stage").orElse("?"),
                block.exact("every", Dimension.TIME));
    }

    private static Phase phase(Block block) {
        return new Phase(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.uncertain("duration", Dimension.TIME),
                block.exact("share", Dimension.RATIO),
                block.mentioned("until"));
    }
}
