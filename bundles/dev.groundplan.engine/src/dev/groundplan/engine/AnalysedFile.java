package dev.groundplan.engine;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file and what it means.
 *
 * @param name as the user gave it
 * @param path absolute
 * @param text exactly as it was analysed; all offsets refer to it
 * @param projects one analysis a project without a scenario, in the order of the file
 * @param scenarios one analysis a scenario, in the order of the file
 * @param findings of the projects, of their scenarios and of declarations outside them, by place,
 *     each once; one that only a scenario has names it
 */
public record AnalysedFile(
        String name,
        Path path,
        String text,
        List<Analysis> projects,
        List<Analysis> scenarios,
        List<Finding> findings) {
    public AnalysedFile {
        projects = List.copyOf(projects);
        scenarios = List.copyOf(scenarios);
        findings = List.copyOf(findings);
    }

    /** Whether it says more than the first look at the same text did. */
    public boolean saysMoreThan(AnalysedFile first) {
        return !findings.equals(first.findings) || numbers() != first.numbers();
    }

    private long numbers() {
        return Stream.concat(projects.stream(), scenarios.stream())
                .mapToLong(analysis -> analysis.estimates().size())
                .sum();
    }

    /** The scenarios of one of the projects. */
    public List<Analysis> scenarios(Analysis project) {
        return scenarios.stream()
                .filter(scenario -> scenario.plan().id().equals(project.plan().id()))
                .toList();
    }
}
