package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/** A measure of quality and the tasks it fits. */
public record MetricSpec(
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<String> family,
        List<String> tasks,
        boolean higherIsBetter,
        Source source) {}
