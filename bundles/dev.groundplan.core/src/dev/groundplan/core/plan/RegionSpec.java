package dev.groundplan.core.plan;

import dev.groundplan.core.units.CarbonIntensity;
import dev.groundplan.core.units.Count;
import java.util.List;
import java.util.Optional;

/**
 * A place where machines stand.
 *
 * @param pue power usage effectiveness
 */
public record RegionSpec(
        String name,
        SourceRange range,
        List<String> within,
        Optional<CarbonIntensity> grid,
        Optional<Count> pue,
        Source source) {}
