package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * People of one kind.
 *
 * @param rate a person and working day of eight hours
 */
public record Role(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Count>> people,
        Optional<Stated<Uncertain<PricePerDay>>> rate,
        Optional<Level> expertise,
        Optional<Stated<Ratio>> share) {}
