package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import java.util.Optional;

/**
 * One metric of a gate.
 *
 * @param metric its name as written
 */
public record Measurement(
        String metric,
        Optional<MetricSpec> spec,
        SourceRange range,
        Optional<Dataset> on,
        Optional<Stated<Ratio>> target,
        Optional<Stated<Ratio>> now,
        Optional<Servable> judge) {}
