package dev.groundplan.engine;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * A file and what it means.
 *
 * @param name as the user gave it
 * @param path absolute
 * @param text exactly as it was analysed; all offsets refer to it
 * @param projects one analysis a project, in the order of the file
 * @param findings of the projects and of declarations outside them, by place, each once
 */
public record AnalysedFile(
        String name, Path path, String text, List<Analysis> projects, List<Finding> findings) {
    public AnalysedFile {
        projects = List.copyOf(projects);
        findings = List.copyOf(findings);
    }
}
