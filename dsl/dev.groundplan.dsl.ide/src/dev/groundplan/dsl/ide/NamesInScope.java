package dev.groundplan.dsl.ide;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.dsl.model.GenaiPackage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EClass;

/** The names that a reference can take: those of the file first, then those of the catalogue. */
final class NamesInScope {
    private final Catalogue catalogue;
    private final List<Block> blocks;

    NamesInScope(Catalogue catalogue, List<Block> blocks) {
        this.catalogue = catalogue;
        this.blocks = blocks;
    }

    /** Name to what it is. */
    Map<String, String> of(EClass wanted) {
        Map<String, String> names = new LinkedHashMap<>();
        declared(wanted, blocks, new ArrayList<>(), names);
        entries(wanted, GenaiPackage.Literals.MODEL, catalogue.models().keySet(), names);
        entries(wanted, GenaiPackage.Literals.ENDPOINT, catalogue.endpoints().keySet(), names);
        entries(
                wanted,
                GenaiPackage.Literals.ACCELERATOR,
                catalogue.accelerators().keySet(),
                names);
        entries(wanted, GenaiPackage.Literals.LICENCE, catalogue.licences().keySet(), names);
        entries(wanted, GenaiPackage.Literals.REGION, catalogue.regions().keySet(), names);
        entries(wanted, GenaiPackage.Literals.METRIC, catalogue.metrics().keySet(), names);
        entries(wanted, GenaiPackage.Literals.PRIOR, catalogue.priors().keySet(), names);
        return names;
    }

    private static void declared(
            EClass wanted, List<Block> level, List<Block> path, Map<String, String> names) {
        for (Block block : level) {
            List<Block> deeper = new ArrayList<>(path);
            deeper.add(block);
            if (!block.name().isEmpty()) {
                BlockTypes.of(deeper)
                        .filter(wanted::isSuperTypeOf)
                        .ifPresent(type -> names.putIfAbsent(block.name(), block.keyword()));
            }
            declared(wanted, block.children(), deeper, names);
        }
    }

    private static void entries(
            EClass wanted, EClass type, Collection<String> entries, Map<String, String> names) {
        if (wanted.isSuperTypeOf(type)) {
            for (String entry : new TreeSet<>(entries)) {
                names.putIfAbsent(entry, "catalogue");
            }
        }
    }
}
