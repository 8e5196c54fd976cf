package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.PriorAssumption;
import dev.groundplan.dsl.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Whoever gives a constant another value gives it in the dimension that it has. */
final class PriorChecks {
    private static final String VALUE = "value";

    private final Locations locations;
    private final Map<String, Prior> known;

    /**
     * @param known constants of the catalogue around the file
     */
    PriorChecks(Locations locations, Map<String, Prior> known) {
        this.locations = locations;
        this.known = known;
    }

    /** Whether a value may stand in the place of a constant: a constant keeps its dimension. */
    static boolean fits(Prior before, Uncertain<?> value) {
        return dimension(before).cast(value).isPresent();
    }

    private static Dimension<?> dimension(Prior prior) {
        return prior.value().likely().dimension();
    }

    /** What is wrong with a declaration of a constant, or with an assumption on one. */
    List<Misreading> of(EObject object) {
        boolean isAssumption = object instanceof PriorAssumption;
        if (!isAssumption && !(object instanceof dev.groundplan.dsl.model.Prior)) {
            return List.of();
        }
        Block block = new Block(object, locations);
        String name =
                isAssumption ? block.mentioned("of").stream().findFirst().orElse("") : block.name();
        Prior before = known.get(name);
        Optional<Uncertain<?>> value = AnyQuantity.of(block, VALUE, name);
        if (before == null || value.isEmpty() || fits(before, value.get())) {
            return List.of();
        }
        return block.values(VALUE).stream()
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .limit(1)
                .<Misreading>map(
                        quantity ->
                                new Misreading.WrongDimension(
                                        locations.range(quantity),
                                        SubjectPaths.of(object),
                                        name,
                                        NodeModelUtils.getTokenText(
                                                NodeModelUtils.findActualNodeFor(quantity)),
                                        dimension(before).phrase(),
                                        dimension(before).example(),
                                        Optional.empty()))
                .toList();
    }
}
