package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When the work on a gate is given up.
 *
 * @param below floor of the gate's first metric
 * @param by day on which the floor must be reached
 */
public record StopRule(
        SourceRange range, Optional<Stated<Ratio>> below, Optional<Stated<LocalDate>> by) {}
