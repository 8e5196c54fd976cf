package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the file says of the work besides what follows from its blocks.
 *
 * @param holidays days on which nobody works
 */
public record Tasks(
        SourceRange range,
        List<Task> tasks,
        List<Approval> approvals,
        List<Milestone> milestones,
        List<LocalDate> holidays) {
    public static final Tasks NONE =
            new Tasks(SourceRange.NOWHERE, List.of(), List.of(), List.of(), List.of());

    /** The milestone that the deadline is about. */
    public Optional<Milestone> release() {
        return milestones.stream().filter(m -> m.name().equals(Milestone.RELEASE)).findFirst();
    }
}
