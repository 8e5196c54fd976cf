package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/** How the project knows that it is good enough. */
public record Evaluation(
        SourceRange range,
        List<Gate> gates,
        List<BenchmarkRun> benchmarks,
        Optional<HumanReview> human) {
    public static final Evaluation NONE =
            new Evaluation(SourceRange.NOWHERE, List.of(), List.of(), Optional.empty());
}
