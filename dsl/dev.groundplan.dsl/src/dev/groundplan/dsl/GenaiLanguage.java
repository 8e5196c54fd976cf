package dev.groundplan.dsl;

import com.google.inject.Injector;
import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.edits.ChangeEdits;
import dev.groundplan.dsl.lowering.Locations;
import dev.groundplan.dsl.lowering.Lowering;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.Import;
import dev.groundplan.dsl.scoping.CatalogueScope;
import dev.groundplan.dsl.scoping.ImportPath;
import dev.groundplan.dsl.scoping.ImportedFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/**
 * The language as the rest of Groundplan sees it: text in, plans out, changes back as text. All of
 * EMF and Xtext ends here. Creating one sets the language up and reads the library; it is used by
 * one thread at a time.
 */
public final class GenaiLanguage {
    /** A library file. */
    public record SourceFile(String name, String text) {}

    /**
     * What a text means.
     *
     * @param plans one a project
     * @param declarations what stands outside the projects, as a plan without work
     */
    public record Reading(List<Plan> plans, Plan declarations) {}

    private final Injector injector;
    private final List<Resource> library = new ArrayList<>();
    private final Catalogue catalogue;

    /**
     * @param files the built-in catalogue
     * @param version of the catalogue
     */
    public GenaiLanguage(List<SourceFile> files, String version) {
        injector = new GenaiStandaloneSetup().createInjectorAndDoEMFRegistration();
        ResourceSet set = injector.getInstance(XtextResourceSet.class);
        List<Lowering.File> lowered = new ArrayList<>();
        for (SourceFile file : files) {
            String name = "catalogue/" + file.name();
            Resource resource = load(set, URI.createURI("catalogue:/" + file.name()), file.text());
            library.add(resource);
            lowered.add(new Lowering.File(name, file.text(), resource));
        }
        CatalogueScope.install(set, library);
        catalogue = Lowering.library(lowered, Catalogue.EMPTY, version);
    }

    /** Every declaration of the library. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Reads a text. Never fails for what it says.
     *
     * @param name as the user gave it; every source range carries it
     * @param path absolute; imports are sought beside it
     */
    public Reading read(String name, Path path, String text, LocalDate today, long seed) {
        XtextResource resource = parse(path, text);
        List<Misreading> problems = new ArrayList<>();
        problems.addAll(
                SyntaxProblems.of(resource, new Locations(name, text)));
        List<Lowering.File> imported = imports(resource, new Locations(name, text), problems);
        Lowering.Meaning meaning =
                Lowering.of(
                        new Lowering.File(name, text, resource),
                        imported,
                        catalogue,
                        library,
                        problems,
                        today,
                        seed);
        Plan declarations =
                Plan.ofDeclarations(
                        name,
                        meaning.catalogue(),
                        meaning.misreadings(),
                        meaning.waivers(),
                        today,
                        seed);
        return new Reading(meaning.plans(), declarations);
    }

    /** The smallest edits of the text that make these changes, by offset. */
    public List<TextEdit> edits(Path path, String text, List<Change> changes) {
        return new ChangeEdits(parse(path, text), text).of(changes);
    }

    private XtextResource parse(Path path, String text) {
        XtextResourceSet set = injector.getInstance(XtextResourceSet.class);
        CatalogueScope.install(set, library);
        return load(set, URI.createFileURI(path.toString()), text);
    }

    private static List<Lowering.File> imports(
            XtextResource resource, Locations locations, List<Misreading> problems) {
        List<Lowering.File> files = new ArrayList<>();
        if (resource.getContents().isEmpty()
                || !(resource.getContents().getFirst() instanceof GenaiFile file)) {
            return files;
        }
        for (Import one : file.getImports()) {
            ImportPath.of(one.getPath(), resource.getURI())
                    .refusal()
                    .ifPresent(
                            reason ->
                                    problems.add(
                                            new Misreading.RefusedImport(
                                                    locations.range(one), one.getPath(), reason)));
        }
        for (Resource other : ImportedFiles.of(file, resource)) {
            String text =
                    NodeModelUtils.getNode(other.getContents().getFirst()).getRootNode().getText();
            files.add(new Lowering.File(other.getURI().lastSegment(), text, other));
        }
        return files;
    }

    private static XtextResource load(ResourceSet set, URI uri, String text) {
        // the language is chosen by the ending, whatever the user called the file
        boolean named = "genai".equals(uri.fileExtension());
        URI known = named ? uri : uri.appendFileExtension("genai");
        XtextResource resource = (XtextResource) set.createResource(known);
        try {
            resource.load(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resource;
    }
}
