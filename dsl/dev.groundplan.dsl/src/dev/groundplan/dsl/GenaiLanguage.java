package dev.groundplan.dsl;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Layer;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.RootSettings;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.dsl.GenaiParser.LibraryText;
import dev.groundplan.dsl.ParsedFile.ImportedFile;
import dev.groundplan.dsl.edits.ChangeEdits;
import dev.groundplan.dsl.edits.Renaming;
import dev.groundplan.dsl.image.LibraryImage;
import dev.groundplan.dsl.lowering.Locations;
import dev.groundplan.dsl.lowering.Lowering;
import dev.groundplan.dsl.lowering.Surroundings;
import dev.groundplan.dsl.parsing.SyntaxProblem;
import dev.groundplan.dsl.scoping.Root;
import dev.groundplan.dsl.scoping.RootTexts.RootText;
import dev.groundplan.dsl.xmi.Exchange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The language as the rest of Groundplan sees it: text in, plans out, changes back as text. All of
 * EMF and Xtext ends here. Creating one sets the language up and reads the library; it is used by
 * one thread at a time.
 */
public final class GenaiLanguage {
    /**
     * What a text means.
     *
     * @param plans one a project
     * @param scenarios one a scenario, each with the identity of its project
     * @param declarations what stands outside the projects, as a plan without work
     * @param settings what a block `settings` says, which holds in the file at the root alone
     * @param root what the root sets for this text
     * @param blocks where each project is written, from its first word to its last brace
     * @param around what a project's meaning hangs on besides the text of its own file
     */
    public record Reading(
            List<Plan> plans,
            List<Plan> scenarios,
            Plan declarations,
            RootSettings settings,
            RootSettings root,
            List<SourceRange> blocks,
            Around around) {
        /** A project's plan, then those of its scenarios. */
        public List<Plan> ways(int project) {
            Plan plan = plans.get(project);
            List<Plan> ways = new ArrayList<>(List.of(plan));
            scenarios.stream().filter(way -> way.id().equals(plan.id())).forEach(ways::add);
            return ways;
        }
    }

    /**
     * What lies around a file. Two that are equal give the same text the same meaning.
     *
     * @param root what the files at the root say
     * @param imports texts of the files that it imports, and why others are refused
     */
    public record Around(Surroundings root, List<String> imports) {
        private static Around of(Surroundings root, ParsedFile parsed) {
            List<String> imports = new ArrayList<>();
            for (ImportedFile one : parsed.imports()) {
                imports.add(one.path());
                imports.add(one.refusal().orElse(""));
            }
            // what an imported file imports has a say as well
            parsed.resource().getResourceSet().getResources().stream()
                    .filter(other -> other != parsed.resource() && !other.getContents().isEmpty())
                    .forEach(other -> imports.add(other.getURI() + text(other)));
            return new Around(root, imports);
        }
    }

    private final GenaiParser parser = new GenaiParser();
    private final List<Resource> library = new ArrayList<>();
    private final Catalogue catalogue;
    private final RootFiles rootFiles;

    /**
     * @param files the built-in catalogue
     * @param version of the catalogue
     */
    public GenaiLanguage(List<LibraryText> files, String version) {
        List<Lowering.File> lowered = new ArrayList<>();
        List<ParsedFile> parsed = parser.library(files);
        for (int i = 0; i < files.size(); i++) {
            ParsedFile file = parsed.get(i);
            library.add(file.resource());
            String name = "catalogue/" + files.get(i).name();
            lowered.add(new Lowering.File(name, file.text(), file.resource(), Layer.BUILT_IN));
        }
        catalogue = Lowering.library(lowered, Catalogue.EMPTY, version);
        rootFiles = new RootFiles(parser, library, catalogue);
    }

    /**
     * With the built-in catalogue as the build has read it.
     *
     * @param image made from the texts
     */
    public GenaiLanguage(LibraryImage image) {
        library.addAll(DeclaredNames.of(image.declarations()));
        catalogue = image.catalogue();
        rootFiles = new RootFiles(parser, library, catalogue);
    }

    /** The library, for the build to keep. */
    public LibraryImage image() {
        return new LibraryImage(DeclaredNames.in(library), catalogue);
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
        RootFiles.Around around = rootFiles.of(path, text);
        ParsedFile parsed = parser.parse(path, text, around.surroundings().library());
        Lowering.File file = new Lowering.File(name, text, parsed.resource());
        List<Misreading> problems = problems(parsed, new Locations(name, text));
        problems.addAll(around.refusals(file));
        Lowering.Meaning meaning =
                Lowering.of(file, imported(parsed), around.surroundings(), problems, today, seed);
        Plan declarations =
                Plan.ofDeclarations(
                        name,
                        meaning.catalogue(),
                        meaning.misreadings(),
                        meaning.waivers(),
                        Root.isSettings(path) ? Lowering.settings(file).severities() : List.of(),
                        today,
                        seed);
        return new Reading(
                meaning.plans(),
                meaning.scenarios(),
                declarations,
                Lowering.settings(file),
                around.surroundings().settings(),
                meaning.blocks(),
                Around.of(around.surroundings(), parsed));
    }

    /** The smallest edits of the text that make these changes, by offset. */
    public List<TextEdit> edits(Path path, String text, List<Change> changes) {
        return new ChangeEdits(parser.parse(path, text, library).resource(), text).of(changes);
    }

    /**
     * The declarations of texts, each taken apart, in their order.
     *
     * @param files of which each sees the others'
     */
    public List<CatalogueEntry> entries(List<LibraryText> files) {
        return parser.library(files).stream()
                .flatMap(file -> EntryReading.of(file).stream())
                .toList();
    }

    /**
     * What of these texts has no meaning, or no place in a catalogue. They see each other and the
     * built-in catalogue.
     */
    public List<Misreading> mistakes(List<RootText> files, LocalDate today) {
        List<Misreading> mistakes = new ArrayList<>();
        List<ParsedFile> parsed = parser.layer(files, library);
        for (int i = 0; i < files.size(); i++) {
            RootText text = files.get(i);
            ParsedFile file = parsed.get(i);
            Lowering.File lowered = new Lowering.File(text.name(), text.text(), file.resource());
            List<Resource> visible = new ArrayList<>();
            parsed.forEach(other -> visible.add(other.resource()));
            visible.addAll(library);
            Locations locations = new Locations(text.name(), text.text());
            Lowering.Meaning meaning =
                    Lowering.of(
                            lowered,
                            List.of(),
                            new Surroundings(RootSettings.NONE, catalogue, visible, true),
                            problems(file, locations),
                            today,
                            0);
            mistakes.addAll(meaning.misreadings());
            if (!meaning.plans().isEmpty() || !file.imports().isEmpty()) {
                mistakes.add(
                        new Misreading.Syntax(
                                locations.range(0, 0),
                                "expected declarations alone, found a project or an import",
                                List.of()));
            }
        }
        return mistakes;
    }

    /**
     * The layers of the catalogue that lie under the root of a file, the outer one first.
     *
     * @param path absolute and normal
     */
    public RootLayers layers(Path path) {
        RootFiles.Around around = rootFiles.onDisk(path);
        return new RootLayers(around.update().files(), around.organisation().files());
    }

    /**
     * The texts of the layers.
     *
     * @param update the newer catalogue that the root has taken over the built-in one
     * @param organisation the organisation's
     */
    public record RootLayers(List<RootText> update, List<RootText> organisation) {}

    /**
     * The files at the root that have a say in what a file means: its settings, and the
     * organisation's catalogue.
     *
     * @param path absolute and normal
     */
    public List<Path> rootFiles(Path path) {
        return rootFiles.paths(path);
    }

    /**
     * Between texts and XMI.
     *
     * @param path absolute, of the text, for its imports
     */
    public Exchange exchange(Path path) {
        return parser.exchange(path, library);
    }

    /** Renames what this text declares or mentions, in it and in the files around it. */
    public Renaming renaming(Path path, String text) {
        return new Renaming(texts -> parser.parse(texts, library), library, path, text);
    }

    private static List<Misreading> problems(ParsedFile parsed, Locations locations) {
        List<Misreading> problems = new ArrayList<>();
        for (SyntaxProblem problem : parsed.problems()) {
            problems.add(
                    new Misreading.Syntax(
                            locations.range(problem.offset(), problem.length()),
                            problem.message(),
                            problem.suggestions()));
        }
        for (ImportedFile one : parsed.imports()) {
            one.refusal()
                    .ifPresent(
                            reason ->
                                    problems.add(
                                            new Misreading.RefusedImport(
                                                    locations.range(one.offset(), one.length()),
                                                    one.path(),
                                                    reason)));
        }
        return problems;
    }

    private static List<Lowering.File> imported(ParsedFile parsed) {
        List<Lowering.File> files = new ArrayList<>();
        for (ImportedFile one : parsed.imports()) {
            Optional<Resource> resource = one.resource().filter(r -> !r.getContents().isEmpty());
            resource.ifPresent(r -> files.add(new Lowering.File(one.path(), text(r), r)));
        }
        return files;
    }

    private static String text(Resource resource) {
        return NodeModelUtils.getNode(resource.getContents().getFirst()).getRootNode().getText();
    }
}
