package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project and the other ways to do it that its file names.
 *
 * @param scenarios in the order of the file
 */
public record Comparison(Analysis project, List<Analysis> scenarios) {
    public Comparison {
        scenarios = List.copyOf(scenarios);
    }

    /** The project first. */
    public List<Analysis> all() {
        List<Analysis> all = new ArrayList<>(List.of(project));
        all.addAll(scenarios);
        return all;
    }

    /** The option of a decision: a scenario by its name, or the project. */
    public Optional<Analysis> option(String name) {
        return all().stream().filter(analysis -> name(analysis).equals(name)).findFirst();
    }

    /** As a decision names it. */
    public static String name(Analysis option) {
        return option.plan().scenario().orElse(Decision.PROJECT);
    }
}
