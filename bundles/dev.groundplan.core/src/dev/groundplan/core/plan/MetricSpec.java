package dev.groundplan.core.plan;

import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * A measure of quality and the tasks it fits.
 *
 * @param bounds its least and greatest value
 */
public record MetricSpec(
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<String> family,
        List<String> tasks,
        Optional<Bounds<Ratio>> bounds,
        boolean higherIsBetter,
        Source source) {}
