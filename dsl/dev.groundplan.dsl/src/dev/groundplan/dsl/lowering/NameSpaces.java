package dev.groundplan.dsl.lowering;

import dev.groundplan.dsl.blocks.NameSpace;
import dev.groundplan.dsl.model.Named;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;

/** Which names can stand where, to propose the one that was meant. */
final class NameSpaces {
    private final List<Resource> inSight;

    /** The file itself and every file whose declarations it can name. */
    NameSpaces(List<Resource> inSight) {
        this.inSight = List.copyOf(inSight);
    }

    /** Names of everything that the reference could mean. Walks the files: only after a mistake. */
    Collection<String> visible(EObject from, EReference reference) {
        EClass type = reference.getEReferenceType();
        Set<String> names = new TreeSet<>();
        for (Resource resource : inSight) {
            for (TreeIterator<EObject> all = resource.getAllContents(); all.hasNext(); ) {
                if (all.next() instanceof Named named
                        && type.isInstance(named)
                        && named.getName() != null
                        && named != from) {
                    names.add(named.getName());
                }
            }
        }
        return names;
    }

    /** What a name of this type is called in a sentence. */
    static String noun(EClass type) {
        String space = NameSpace.of(type);
        return switch (space) {
            case "Named" -> "part of the plan";
            case "Alternative" -> "scenario";
            case "Rentable" -> "accelerator or endpoint";
            case "Step" -> "step";
            default -> space.toLowerCase(Locale.ROOT);
        };
    }
}
