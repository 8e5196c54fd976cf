package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * Projects that share money or people.
 *
 * @param projects their names
 */
public record Portfolio(
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> projects,
        Budget budget,
        Team team) {}
