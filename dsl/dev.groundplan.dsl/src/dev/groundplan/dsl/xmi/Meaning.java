package dev.groundplan.dsl.xmi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * All that a model says, to tell whether two say the same; what they refer to counts by its name.
 */
final class Meaning {
    /** No model of the language is as deep; one that is would fill the stack. */
    private static final int DEEPEST = 60;

    private Meaning() {}

    static List<String> of(EObject root) throws Unusable {
        List<String> lines = new ArrayList<>();
        add(root, 0, lines);
        return lines;
    }

    private static void add(EObject object, int depth, List<String> lines) throws Unusable {
        if (depth > DEEPEST) {
            throw new Unusable("its blocks are nested too deeply");
        }
        lines.add(depth + " " + object.eClass().getName());
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (object.eIsSet(attribute)) {
                lines.add(attribute.getName() + " = " + Objects.toString(object.eGet(attribute)));
            }
        }
        for (EReference reference : object.eClass().getEAllReferences()) {
            if (reference.isContainer() || !object.eIsSet(reference)) {
                continue;
            }
            lines.add(reference.getName());
            Object value = object.eGet(reference);
            List<?> ends = value instanceof List<?> many ? many : List.of(value);
            for (int i = 0; i < ends.size(); i++) {
                EObject end = (EObject) ends.get(i);
                if (reference.isContainment()) {
                    add(end, depth + 1, lines);
                } else {
                    int place = i;
                    lines.add(
                            OutsideNames.of(object, end)
                                    .orElseGet(() -> OutsideNames.at(object, reference, place)));
                }
            }
        }
    }
}
