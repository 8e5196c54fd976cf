package dev.groundplan.dsl.scoping;

import java.util.List;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;

/**
 * The built-in catalogue as the outermost scope of every file in a resource set. Its resources may belong to another
 * set, so that they are loaded once and shared.
 */
public final class CatalogueScope extends AdapterImpl {
    private final List<Resource> resources;

    private CatalogueScope(List<Resource> resources) {
        this.resources = List.copyOf(resources);
    }

    /** Shows the declarations of these resources to all files of the set; replaces those shown before. */
    public static void install(ResourceSet set, List<Resource> resources) {
        set.eAdapters().removeIf(CatalogueScope.class::isInstance);
        set.eAdapters().add(new CatalogueScope(resources));
    }

    /** The catalogue that the set's files see. */
    public static List<Resource> of(ResourceSet set) {
        if (set != null) {
            for (Adapter adapter : set.eAdapters()) {
                if (adapter instanceof CatalogueScope scope) {
                    return scope.resources;
                }
            }
        }
        return List.of();
    }
}
