package dev.groundplan.dsl.scoping;

import dev.groundplan.dsl.model.Alternative;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.resource.Resource;

/** The names of a file, found once and kept until its text is parsed again. */
final class NamesOfFile extends AdapterImpl {
    private final Map<Alternative, Names> inside = new HashMap<>();
    private Names top;
    private List<Resource> imports;

    private NamesOfFile() {}

    static NamesOfFile of(Resource resource) {
        for (Adapter adapter : resource.eAdapters()) {
            if (adapter instanceof NamesOfFile names) {
                return names;
            }
        }
        NamesOfFile names = new NamesOfFile();
        resource.eAdapters().add(names);
        return names;
    }

    /** The file itself; nothing where the resource is empty. */
    static Optional<GenaiFile> file(Resource resource) {
        return resource.getContents().isEmpty()
                        || !(resource.getContents().getFirst() instanceof GenaiFile file)
                ? Optional.empty()
                : Optional.of(file);
    }

    /** The names of the top level. */
    Names top() {
        if (top == null) {
            top = file((Resource) getTarget()).map(Names::of).orElseGet(Names::none);
        }
        return top;
    }

    /** The files that this one imports. */
    List<Resource> imports() {
        if (imports == null) {
            Resource resource = (Resource) getTarget();
            imports =
                    file(resource).map(file -> ImportedFiles.of(file, resource)).orElse(List.of());
        }
        return imports;
    }

    /** The names of a project or of a scenario. */
    Names inside(Alternative alternative) {
        return switch (alternative) {
            case Project project -> inside.computeIfAbsent(project, unused -> Names.of(project));
            case Scenario scenario ->
                    inside.computeIfAbsent(scenario, unused -> Names.of(scenario));
            default ->
                    throw new IllegalStateException("neither project nor scenario: " + alternative);
        };
    }

    @Override
    public void notifyChanged(Notification notification) {
        if (notification.getFeatureID(Resource.class) == Resource.RESOURCE__CONTENTS) {
            inside.clear();
            top = null;
            imports = null;
        }
    }
}
