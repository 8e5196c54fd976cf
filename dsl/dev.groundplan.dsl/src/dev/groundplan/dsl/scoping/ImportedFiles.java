package dev.groundplan.dsl.scoping;

import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.Import;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.XtextResource;

/** The files whose top-level declarations a file sees, loaded into its resource set on first need. */
public final class ImportedFiles {
    private ImportedFiles() {}

    /** In the order of the imports; those that are refused or cannot be read are left out. */
    public static List<Resource> of(GenaiFile file, Resource resource) {
        List<Resource> imported = new ArrayList<>();
        for (Import one : file.getImports()) {
            ImportPath.of(one.getPath(), resource.getURI())
                    .file()
                    .flatMap(path -> load(path, resource.getResourceSet()))
                    .filter(other -> other != resource && !imported.contains(other))
                    .ifPresent(imported::add);
        }
        return imported;
    }

    /** The file, loaded into the set if it is not there; nothing when it cannot be read. */
    public static Optional<Resource> load(Path path, ResourceSet set) {
        URI uri = URI.createFileURI(path.toString());
        Resource known = set.getResource(uri, false);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            byte[] text = Files.readAllBytes(path);
            Resource created = set.createResource(uri);
            created.load(
                    new ByteArrayInputStream(text), Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
            return Optional.of(created);
        } catch (IOException e) {
            // the check of imports tells the reader; a missing file only means names that are not
            // found
            return Optional.empty();
        }
    }
}
