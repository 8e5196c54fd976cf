package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** Stages that go round until a gate is passed. */
public record Iteration(
        List<String> stages,
        String until,
        Optional<Stated<Uncertain<Count>>> rounds,
        SourceRange range) {
    /**
     * Whether a step is done in every round: the stages, the gate that ends them, and people's
     * reading of answers where the file wants it each time.
     */
    public boolean repeats(Work work) {
        return stages.contains(work.name())
                || work.kind().equals(Work.REVIEW_OF_A_ROUND)
                || work.kind().equals(Work.ROUND_OF_EVALUATION)
                        && work.about().filter(gate -> gate.name().equals(until)).isPresent();
    }
}
