package dev.groundplan.dsl.lowering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The order in which blocks stand in the text. */
final class TextOrder {
    private record Placed(int offset, EObject part) {}

    private TextOrder() {}

    /** The parts as they follow each other; most stand so already. */
    static List<EObject> of(List<EObject> parts) {
        List<Placed> placed = new ArrayList<>(parts.size());
        boolean sorted = true;
        int before = 0;
        for (EObject part : parts) {
            // a place is looked up in the nodes of the text: once a part, not once a comparison
            int offset = offset(part);
            placed.add(new Placed(offset, part));
            sorted &= before <= offset;
            before = offset;
        }
        if (sorted) {
            return parts;
        }
        placed.sort(Comparator.comparingInt(Placed::offset));
        return placed.stream().map(Placed::part).toList();
    }

    /** Where the object begins; 0 when it does not stand in a text. */
    static int offset(EObject object) {
        INode node = NodeModelUtils.findActualNodeFor(object);
        return node == null ? 0 : node.getOffset();
    }
}
