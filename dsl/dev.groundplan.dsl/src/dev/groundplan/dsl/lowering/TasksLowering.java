package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Approval;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Task;
import dev.groundplan.core.plan.Tasks;
import dev.groundplan.core.units.Dimension;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code tasks { … }}. */
final class TasksLowering {
    private TasksLowering() {}

    static Tasks of(Block project) {
        List<Block> blocks = project.children("Tasks");
        if (blocks.isEmpty()) {
            return Tasks.NONE;
        }
        return new Tasks(
                blocks.getFirst().header(),
                inside(blocks, "Task").map(TasksLowering::task).toList(),
                inside(blocks, "Approval").map(TasksLowering::approval).toList(),
                inside(blocks, "Milestone").map(TasksLowering::milestone).toList(),
                blocks.stream().flatMap(block -> block.dates("holiday").stream()).toList());
    }

    private static Stream<Block> inside(List<Block> blocks, String className) {
        return blocks.stream().flatMap(block -> block.children(className).stream());
    }

    private static Task task(Block block) {
        return new Task(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                LabourLowering.of(block, "effort", Dimension.EFFORT),
                block.mentioned("after"),
                block.mentioned("before"),
                DateChecks.notBefore(block));
    }

    private static Approval approval(Block block) {
        return new Approval(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.uncertain("duration", Dimension.TIME),
                block.mentioned("after"),
                block.mentioned("before"),
                DateChecks.notBefore(block));
    }

    private static Milestone milestone(Block block) {
        return new Milestone(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("after"),
                block.mentioned("before"),
                DateChecks.notBefore(block));
    }
}
