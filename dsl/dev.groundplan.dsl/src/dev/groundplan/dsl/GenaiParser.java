package dev.groundplan.dsl;

import com.google.inject.Injector;
import dev.groundplan.dsl.ParsedFile.ImportedFile;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.Import;
import dev.groundplan.dsl.parsing.Problems;
import dev.groundplan.dsl.scoping.CatalogueScope;
import dev.groundplan.dsl.scoping.ImportPath;
import dev.groundplan.dsl.scoping.ImportedFiles;
import dev.groundplan.dsl.scoping.RootTexts.RootText;
import dev.groundplan.dsl.xmi.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The way into the language for everything that is no editor: text in, tree and problems out.
 * Creating one costs the set-up of the language; it is used by one thread at a time.
 */
public final class GenaiParser {
    private static final String EXTENSION = "genai";

    private final Injector injector;

    /** Sets the language up, for reading alone. */
    public GenaiParser() {
        this(ReadingModule.injector());
    }

    /** On a language that is set up already. */
    public GenaiParser(Injector injector) {
        this.injector = injector;
    }

    /**
     * A file of the built-in catalogue.
     *
     * @param name such as {@code models.genai}
     */
    public record LibraryText(String name, String text) {}

    /**
     * Parses the built-in catalogue. Its files see each other's declarations and nothing else.
     *
     * @return in the order of the files
     */
    public List<ParsedFile> library(List<LibraryText> files) {
        ResourceSet set = newSet();
        List<XtextResource> resources = new ArrayList<>();
        for (LibraryText file : files) {
            resources.add(load(set, library(file.name()), file.text()));
        }
        CatalogueScope.install(set, List.copyOf(resources));
        List<ParsedFile> parsed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            parsed.add(parsed(resources.get(i), files.get(i).text()));
        }
        return parsed;
    }

    /**
     * Parses a text. Never fails for what the text says.
     *
     * @param path of the file, absolute; it need not exist, imports are sought beside it
     * @param catalogue resources whose declarations every file sees
     */
    public ParsedFile parse(Path path, String text, List<? extends Resource> catalogue) {
        ResourceSet set = newSet();
        CatalogueScope.install(set, List.copyOf(catalogue));
        return parsed(load(set, URI.createFileURI(path.toString()), text), text);
    }

    /**
     * Parses files that see each other's declarations, and those of what lies further out.
     *
     * @return in the order of the files
     */
    public List<ParsedFile> layer(List<RootText> files, List<? extends Resource> outer) {
        ResourceSet set = newSet();
        List<Resource> visible = new ArrayList<>();
        for (RootText file : files) {
            visible.add(load(set, URI.createFileURI(file.path().toString()), file.text()));
        }
        int own = visible.size();
        visible.addAll(outer);
        CatalogueScope.install(set, List.copyOf(visible));
        List<ParsedFile> parsed = new ArrayList<>();
        for (int i = 0; i < own; i++) {
            parsed.add(parsed((XtextResource) visible.get(i), files.get(i).text()));
        }
        return parsed;
    }

    /**
     * Parses texts that see each other where they import each other, in the order given.
     *
     * @param texts by the absolute paths of their files
     */
    public Map<Path, XtextResource> parse(
            Map<Path, String> texts, List<? extends Resource> catalogue) {
        ResourceSet set = newSet();
        CatalogueScope.install(set, List.copyOf(catalogue));
        Map<Path, XtextResource> resources = new LinkedHashMap<>();
        texts.forEach(
                (path, text) ->
                        resources.put(path, load(set, URI.createFileURI(path.toString()), text)));
        return resources;
    }

    /** Between texts and XMI; the texts see the catalogue's declarations. */
    Exchange exchange(Path path, List<? extends Resource> catalogue) {
        return new Exchange(
                text -> parse(path, text, catalogue).resource(),
                injector.getInstance(IGrammarAccess.class).getGrammar(),
                injector.getInstance(IValueConverterService.class));
    }

    /** Where a file of the library is, for Xtext. */
    static URI library(String file) {
        return URI.createURI("catalogue:/" + file);
    }

    private ResourceSet newSet() {
        ResourceSet set = new ResourceSetImpl();
        set.getResourceFactoryRegistry()
                .getExtensionToFactoryMap()
                .put(EXTENSION, injector.getInstance(IResourceFactory.class));
        return set;
    }

    private static XtextResource load(ResourceSet set, URI uri, String text) {
        // the language is chosen by the ending, whatever the user called the file
        boolean known = EXTENSION.equals(uri.fileExtension());
        URI named = known ? uri : uri.appendFileExtension(EXTENSION);
        XtextResource resource = (XtextResource) set.createResource(named);
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            resource.load(
                    new ByteArrayInputStream(bytes),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resource;
    }

    private static ParsedFile parsed(XtextResource resource, String text) {
        List<ImportedFile> imports = new ArrayList<>();
        if (!resource.getContents().isEmpty()
                && resource.getContents().getFirst() instanceof GenaiFile file) {
            file.getImports().forEach(one -> imports.add(imported(one, resource)));
        }
        return new ParsedFile(text, resource, Problems.of(resource), List.copyOf(imports));
    }

    private static ImportedFile imported(Import one, XtextResource resource) {
        ImportPath target = ImportPath.of(one.getPath(), resource.getURI());
        Optional<Resource> found =
                target.file().flatMap(path -> ImportedFiles.load(path, resource.getResourceSet()));
        List<INode> nodes =
                NodeModelUtils.findNodesForFeature(one, GenaiPackage.Literals.IMPORT__PATH);
        INode node = nodes.isEmpty() ? NodeModelUtils.getNode(one) : nodes.getFirst();
        String path = one.getPath() == null ? "" : one.getPath();
        return new ImportedFile(path, node.getOffset(), node.getLength(), found, target.refusal());
    }
}
