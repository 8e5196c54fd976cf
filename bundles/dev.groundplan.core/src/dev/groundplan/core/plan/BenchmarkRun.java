package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import java.util.Optional;

/**
 * A public benchmark that guards against loss of general ability.
 *
 * @param benchmark its name as written
 * @param floor the least acceptable score
 */
public record BenchmarkRun(String benchmark, SourceRange range, Optional<Stated<Ratio>> floor) {}
