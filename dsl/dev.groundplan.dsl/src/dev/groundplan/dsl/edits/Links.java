package dev.groundplan.dsl.edits;

import dev.groundplan.dsl.parsing.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Which block of a set of files refers to which, by their order and not by their names; two sets of
 * files that differ in names alone have equal links.
 */
record Links(List<String> links) {

    static Links of(Collection<XtextResource> files) {
        Map<EObject, Integer> numbers = new IdentityHashMap<>();
        for (XtextResource file : files) {
            for (TreeIterator<EObject> all = file.getAllContents(); all.hasNext(); ) {
                numbers.put(all.next(), numbers.size());
            }
        }
        List<String> links = new ArrayList<>();
        for (XtextResource file : files) {
            links.add(Problems.of(file).size() + " problems");
            for (TreeIterator<EObject> all = file.getAllContents(); all.hasNext(); ) {
                add(all.next(), numbers, links);
            }
        }
        return new Links(links);
    }

    private static void add(EObject owner, Map<EObject, Integer> numbers, List<String> links) {
        links.add(owner.eClass().getName());
        for (EReference reference : owner.eClass().getEAllReferences()) {
            if (reference.isContainment() || reference.isContainer() || !owner.eIsSet(reference)) {
                continue;
            }
            Object value = owner.eGet(reference);
            for (Object target : value instanceof List<?> many ? many : List.of(value)) {
                links.add(reference.getName() + " " + end((EObject) target, numbers));
            }
        }
    }

    private static String end(EObject target, Map<EObject, Integer> numbers) {
        if (target.eIsProxy()) {
            return "nothing";
        }
        Integer number = numbers.get(target);
        return number == null ? EcoreUtil.getURI(target).toString() : number.toString();
    }
}
