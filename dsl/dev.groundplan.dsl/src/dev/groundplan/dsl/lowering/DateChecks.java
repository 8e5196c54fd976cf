package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.SubjectPaths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Days of the calendar on which no project of this kind can have begun, or will still run. */
final class DateChecks {
    /** Before it there was nothing to plan with; behind it nobody plans. */
    private static final int FIRST_YEAR = 1950;

    private static final int LAST_YEAR = 2200;

    private DateChecks() {}

    static List<Misreading> of(EObject block, Locations locations) {
        List<Misreading> found = new ArrayList<>();
        for (EAttribute attribute : block.eClass().getEAllAttributes()) {
            if (attribute.getEAttributeType().getInstanceClass() != LocalDate.class
                    || !block.eIsSet(attribute)) {
                continue;
            }
            List<?> days =
                    block.eGet(attribute) instanceof List<?> many
                            ? many
                            : Collections.singletonList(block.eGet(attribute));
            List<INode> nodes = NodeModelUtils.findNodesForFeature(block, attribute);
            for (int i = 0; i < days.size() && i < nodes.size(); i++) {
                if (days.get(i) instanceof LocalDate day && isOutOfReach(day)) {
                    found.add(
                            new Misreading.ImpossibleValue(
                                    locations.range(nodes.get(i)),
                                    SubjectPaths.of(block),
                                    Properties.of(attribute)
                                            .map(Properties.Property::keyword)
                                            .orElse(attribute.getName()),
                                    day.toString(),
                                    "a plan is for the years "
                                            + FIRST_YEAR
                                            + " to "
                                            + LAST_YEAR
                                            + ", such as `2027-01-11`"));
                }
            }
        }
        return found;
    }

    /** The first day on which work may begin; none when no plan reaches it. */
    static Optional<Stated<LocalDate>> notBefore(Block block) {
        return block.statedDate("not-before").filter(day -> !isOutOfReach(day.value()));
    }

    private static boolean isOutOfReach(LocalDate day) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR;
    }
}
