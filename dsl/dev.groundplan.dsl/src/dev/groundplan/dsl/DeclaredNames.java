package dev.groundplan.dsl;

import dev.groundplan.dsl.image.LibraryImage.Declared;
import dev.groundplan.dsl.model.Declaration;
import dev.groundplan.dsl.model.GenaiFactory;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.GenaiPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;

/** The library's files as far as references go: each declaration with its type and name alone. */
final class DeclaredNames {
    private DeclaredNames() {}

    static List<Declared> in(List<Resource> library) {
        List<Declared> names = new ArrayList<>();
        for (Resource file : library) {
            GenaiFile root = (GenaiFile) file.getContents().getFirst();
            for (Declaration one : root.getDeclarations()) {
                if (one.getName() != null) {
                    String type = one.eClass().getName();
                    names.add(new Declared(file.getURI().lastSegment(), type, one.getName()));
                }
            }
        }
        return names;
    }

    static List<Resource> of(List<Declared> names) {
        Map<String, GenaiFile> files = new LinkedHashMap<>();
        for (Declared name : names) {
            EClass type = (EClass) GenaiPackage.eINSTANCE.getEClassifier(name.type());
            Declaration declaration = (Declaration) GenaiFactory.eINSTANCE.create(type);
            declaration.setName(name.name());
            files.computeIfAbsent(name.file(), unused -> GenaiFactory.eINSTANCE.createGenaiFile())
                    .getDeclarations()
                    .add(declaration);
        }
        List<Resource> resources = new ArrayList<>();
        files.forEach(
                (name, file) -> {
                    Resource resource = new ResourceImpl(GenaiParser.library(name));
                    resource.getContents().add(file);
                    resources.add(resource);
                });
        return resources;
    }
}
