package dev.groundplan.dsl.scoping;

import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.IScopeProvider;

/**
 * Names are sought in the scenario, in those that it extends, in the project, at the top level of
 * the file, in the files that it imports, in the built-in catalogue.
 */
public final class GenaiScopeProvider implements IScopeProvider {
    @Override
    public IScope getScope(EObject context, EReference reference) {
        List<Names> layers = new ArrayList<>();
        Resource resource = context.eResource();
        if (resource == null) {
            return IScope.NULLSCOPE;
        }
        NamesOfFile names = NamesOfFile.of(resource);
        if (reference == GenaiPackage.Literals.SCENARIO__WITHOUT) {
            return takenAway((Scenario) context, names, reference);
        }
        for (EObject at = context; at != null; at = at.eContainer()) {
            switch (at) {
                case Scenario scenario -> addScenario(scenario, context, names, layers);
                case Project project -> layers.add(names.inside(project));
                default -> {}
            }
        }
        layers.add(names.top());
        for (Resource imported : names.imports()) {
            layers.add(NamesOfFile.of(imported).top());
        }
        for (Resource library : CatalogueScope.of(resource.getResourceSet())) {
            layers.add(NamesOfFile.of(library).top());
        }
        return new Layers(layers, reference.getEReferenceType());
    }

    /** What a scenario takes away is not its own: it is sought in what the scenario starts from. */
    private static IScope takenAway(Scenario scenario, NamesOfFile names, EReference reference) {
        List<Names> layers = new ArrayList<>();
        if (scenario.getBase() != null) {
            addScenario(scenario.getBase(), scenario, names, layers);
        }
        if (scenario.eContainer() instanceof Project project) {
            layers.add(names.inside(project));
        }
        return new Layers(layers, reference.getEReferenceType());
    }

    private static void addScenario(
            Scenario scenario, EObject context, NamesOfFile names, List<Names> layers) {
        Set<Scenario> seen = new HashSet<>();
        Scenario at = scenario;
        // what a scenario extends is itself a name, and must be found without its help
        while (at != null && !at.eIsProxy() && seen.add(at)) {
            layers.add(names.inside(at));
            at = context == scenario ? null : at.getBase();
        }
    }
}
