package dev.groundplan.core.plan;

import dev.groundplan.core.units.EffortPerMonth;
import java.util.List;
import java.util.Optional;

/**
 * What happens after release.
 *
 * @param monitor what is watched
 * @param support work to keep it running
 * @param review answers that people check
 * @param escalate answers that people take over
 * @param phases parts of the rollout, in order
 */
public record Operation(
        SourceRange range,
        List<String> monitor,
        Optional<Labour<EffortPerMonth>> support,
        Optional<ResponseWork> review,
        Optional<ResponseWork> escalate,
        List<Repeat> repeats,
        List<Phase> phases) {
    public static final Operation NONE =
            new Operation(
                    SourceRange.NOWHERE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
}
