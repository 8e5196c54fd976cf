package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.dsl.blocks.NameSpace;
import dev.groundplan.dsl.model.Declaration;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.resource.Resource;

/** Declarations of a file that hold in place of others of their name, which lie further out. */
final class Shadowings {
    private Shadowings() {}

    static List<Misreading> of(
            Lowering.File file, List<Lowering.File> imported, List<Resource> library) {
        Map<String, Block> own = new HashMap<>();
        for (Block block : file.declarations()) {
            if (block.object() instanceof Declaration declaration
                    && !(declaration instanceof Project)
                    && declaration.getName() != null) {
                own.putIfAbsent(key(declaration), block);
            }
        }
        List<Misreading> found = new ArrayList<>();
        if (own.isEmpty()) {
            return found;
        }
        imported.forEach(other -> add(own, other.resource(), "`" + other.name() + "`", found));
        library.forEach(other -> add(own, other, place(other), found));
        return found;
    }

    private static String key(Declaration declaration) {
        return NameSpace.of(declaration.eClass()) + " " + declaration.getName();
    }

    /** The built-in catalogue's resources have no file behind them. */
    private static String place(Resource library) {
        return library.getURI().isFile()
                ? "`" + library.getURI().lastSegment() + "` of the organisation's catalogue"
                : "the built-in catalogue";
    }

    /** One note a declaration: the nearest that it takes the place of. */
    private static void add(
            Map<String, Block> own, Resource other, String place, List<Misreading> found) {
        if (other.getContents().isEmpty()
                || !(other.getContents().getFirst() instanceof GenaiFile file)) {
            return;
        }
        for (Declaration outer : file.getDeclarations()) {
            Block block = outer.getName() == null ? null : own.remove(key(outer));
            if (block != null) {
                found.add(
                        new Misreading.Shadowing(
                                block.header(),
                                block.id(),
                                NameSpaces.noun(outer.eClass()),
                                outer.getName(),
                                place));
            }
        }
    }
}
