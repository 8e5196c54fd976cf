package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * Another way to do a project, as its file names it. What it means is a plan of its own.
 *
 * @param base the scenario that it extends
 * @param differences what it says otherwise than the project, each in a few words
 */
public record ScenarioOutline(
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<String> base,
        List<String> differences) {
    public ScenarioOutline {
        differences = List.copyOf(differences);
    }
}
