package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * A part of the rollout.
 *
 * @param duration calendar time
 * @param share of the requests
 * @param until names of the gates that end it
 */
public record Phase(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Uncertain<Time>>> duration,
        Optional<Stated<Ratio>> share,
        List<String> until)
        implements Subject {}
