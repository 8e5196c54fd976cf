package dev.groundplan.core.plan;

import dev.groundplan.core.units.Time;
import java.util.Optional;

/**
 * A step that is done again after release.
 *
 * @param every calendar time from one to the next
 */
public record Repeat(SourceRange range, String step, Optional<Stated<Time>> every) {}
