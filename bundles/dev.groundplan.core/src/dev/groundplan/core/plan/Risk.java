package dev.groundplan.core.plan;

import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * Something that may happen, and what it would do.
 *
 * @param delay calendar time lost
 * @param cost money lost
 * @param hits names of the steps it strikes
 */
public record Risk(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Uncertain<Ratio>>> probability,
        Optional<Stated<Uncertain<Time>>> delay,
        Optional<Stated<Uncertain<Money>>> cost,
        List<String> hits,
        Optional<String> mitigation,
        Optional<String> owner)
        implements Subject {}
