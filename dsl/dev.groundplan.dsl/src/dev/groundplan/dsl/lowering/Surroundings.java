package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.RootSettings;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;

/**
 * What holds around a file, whatever it says itself.
 *
 * @param settings of its root
 * @param catalogue the outer layers of the catalogue: built-in, the newer one that the root has
 *     taken, the organisation's
 * @param library the resources behind the catalogue, the nearest layer first
 * @param isLayer whether the file is itself one of a layer
 */
public record Surroundings(
        RootSettings settings, Catalogue catalogue, List<Resource> library, boolean isLayer) {
    public Surroundings {
        library = List.copyOf(library);
    }

    /** With the constants that the root sets in place of the catalogue's. */
    Catalogue withSettings() {
        return AssumptionLowering.apply(catalogue, settings.priors());
    }
}
