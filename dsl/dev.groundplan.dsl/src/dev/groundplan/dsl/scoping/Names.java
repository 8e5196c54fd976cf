package dev.groundplan.dsl.scoping;

import dev.groundplan.dsl.blocks.ImpliedNames;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/** What the names of one place mean: of a file's top level, of a project, of a scenario. */
final class Names {
    private final Map<String, List<Named>> written = new LinkedHashMap<>();
    private final Map<String, List<Named>> implied = new LinkedHashMap<>();

    private Names() {}

    /** Of a place without names. */
    static Names none() {
        return new Names();
    }

    /** The top level of a file. */
    static Names of(GenaiFile file) {
        Names names = new Names();
        file.getDeclarations().forEach(names::add);
        return names;
    }

    /** Everything in a project, its scenarios apart: each has its own names. */
    static Names of(Project project) {
        Names names = new Names();
        names.addAllIn(project);
        names.addImplied("project", project);
        return names;
    }

    /** What a scenario changes or adds. */
    static Names of(Scenario scenario) {
        Names names = new Names();
        names.addAllIn(scenario);
        return names;
    }

    /** Recursion is as deep as blocks may nest, which the scanner limits. */
    private void addAllIn(EObject container) {
        for (EObject child : container.eContents()) {
            if (child instanceof Named named) {
                add(named);
            }
            if (!(child instanceof Scenario)) {
                addAllIn(child);
            }
        }
    }

    private void add(Named named) {
        if (named.getName() != null) {
            written.computeIfAbsent(named.getName(), unused -> new ArrayList<>(1)).add(named);
        }
        ImpliedNames.of(named).ifPresent(word -> addImplied(word, named));
    }

    /** Blocks without a name of their own are called by their keyword; the unnamed one first. */
    private void addImplied(String word, Named named) {
        List<Named> all = implied.computeIfAbsent(word, unused -> new ArrayList<>(1));
        all.add(named.getName() == null ? 0 : all.size(), named);
    }

    /** What the name means for a reference to this type, or null. */
    Named find(String name, EClass type) {
        Named found = first(written.get(name), type);
        return found != null ? found : first(implied.get(name), type);
    }

    private static Named first(List<Named> candidates, EClass type) {
        if (candidates == null) {
            return null;
        }
        for (Named candidate : candidates) {
            if (type.isInstance(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Adds every name that means something for this type and is not there yet. */
    void collect(EClass type, Map<String, Named> into) {
        for (Map<String, List<Named>> names : List.of(written, implied)) {
            names.forEach(
                    (name, candidates) -> {
                        Named found = first(candidates, type);
                        if (found != null) {
                            into.putIfAbsent(name, found);
                        }
                    });
        }
    }
}
