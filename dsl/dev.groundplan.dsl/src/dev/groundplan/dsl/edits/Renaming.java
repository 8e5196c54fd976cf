package dev.groundplan.dsl.edits;

import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.dsl.edits.Mentions.Mention;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.parsing.Problems;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Gives a declaration another name in every file that mentions it. What comes of it is parsed
 * before it is handed out: each name must mean then what it means now.
 */
public final class Renaming {
    /**
     * What can be renamed at a place.
     *
     * @param offset of the name in the text, in UTF-16 units
     */
    public record Place(int offset, int length, String name) {}

    /** A file and its edits, by offset; the text is that to which they belong. */
    public record FileEdits(Path path, String text, List<TextEdit> edits) {}

    /** The new name cannot be given; the message says why, for people. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** Parses texts that see each other where they import each other. */
    @FunctionalInterface
    public interface Reading {
        /**
         * @param texts by the absolute paths of their files
         * @return in the same order
         */
        Map<Path, XtextResource> of(Map<Path, String> texts);
    }

    private final Reading reading;
    private final List<Resource> library;
    private final Path path;
    private final String text;

    /**
     * @param path absolute, of the file in which a name was pointed at
     */
    public Renaming(Reading reading, List<Resource> library, Path path, String text) {
        this.reading = reading;
        this.library = List.copyOf(library);
        this.path = path.normalize();
        this.text = text;
    }

    /** The name at an offset, where it can be renamed. */
    public Optional<Place> at(int offset) {
        Map<Path, XtextResource> one = reading.of(Map.of(path, text));
        return NameAt.find(one.get(path), offset)
                .filter(found -> !isOfLibrary(found.target()))
                .map(
                        found ->
                                new Place(
                                        found.mention().offset(),
                                        found.mention().length(),
                                        found.target().getName()));
    }

    private boolean isOfLibrary(Named target) {
        return target.eResource() == null || library.contains(target.eResource());
    }

    /**
     * The edits that give what is named at an offset another name, by file.
     *
     * @param open texts of files that are not as on the disk, by absolute path
     * @throws Refused when it cannot be named so
     */
    public List<FileEdits> rename(int offset, String name, Map<Path, String> open) throws Refused {
        if (!isName(name)) {
            throw new Refused(
                    "`"
                            + name
                            + "` is no name: letters, digits and `_`, and inner `-`, `.` and `/`,"
                            + " such as `lora-tickets`");
        }
        Optional<Place> place = at(offset);
        if (place.isEmpty()) {
            throw new Refused("nothing here has a name that can be changed");
        }
        Map<Path, String> texts =
                new Neighbourhood(path, text, open).mentioning(place.get().name());
        Map<Path, XtextResource> files = reading.of(texts);
        Named target = NameAt.find(files.get(path), offset).orElseThrow().target();
        if (name.equals(target.getName())) {
            return List.of();
        }
        refuseClash(target, name);
        List<Mention> mentions = Mentions.of(target, files.values());
        Links before = Links.of(files.values());
        for (boolean escape : new boolean[] {false, true}) {
            Map<Path, FileEdits> edits = edits(texts, files, mentions, name, escape);
            Map<Path, String> after = new LinkedHashMap<>(texts);
            edits.forEach((file, change) -> after.put(file, applied(change)));
            if (Links.of(reading.of(after).values()).equals(before)) {
                return List.copyOf(edits.values());
            }
        }
        throw new Refused("`" + name + "` means something else where it would stand");
    }

    private boolean isName(String name) {
        if (name.isEmpty() || name.startsWith("^")) {
            return false;
        }
        String probe = "region " + name + " { }";
        XtextResource parsed = reading.of(Map.of(path, probe)).get(path);
        return Problems.of(parsed).isEmpty()
                && parsed.getContents().getFirst() instanceof GenaiFile file
                && file.getDeclarations().size() == 1
                && name.equals(file.getDeclarations().getFirst().getName());
    }

    private static void refuseClash(Named target, String name) throws Refused {
        EObject project = Mentions.project(target);
        boolean clashes = false;
        if (project == null) {
            for (EObject other : target.eContainer().eContents()) {
                clashes |= isOf(other, target, name);
            }
        } else {
            for (TreeIterator<EObject> all = project.eAllContents(); all.hasNext(); ) {
                clashes |= isOf(all.next(), target, name);
            }
        }
        if (clashes) {
            String kind = target.eClass().getName().toLowerCase(Locale.ROOT);
            throw new Refused("the name `" + name + "` is taken; another " + kind + " has it");
        }
    }

    private static boolean isOf(EObject other, Named target, String name) {
        return other instanceof Named named
                && name.equals(named.getName())
                && Mentions.space(named).equals(Mentions.space(target));
    }

    private static Map<Path, FileEdits> edits(
            Map<Path, String> texts,
            Map<Path, XtextResource> files,
            List<Mention> mentions,
            String name,
            boolean escape) {
        Map<Path, FileEdits> edits = new LinkedHashMap<>();
        files.forEach(
                (file, parsed) -> {
                    List<TextEdit> own =
                            mentions.stream()
                                    .filter(mention -> mention.resource() == parsed)
                                    .map(mention -> mention.edit(name, escape))
                                    .distinct()
                                    .sorted(Comparator.comparingInt(TextEdit::offset))
                                    .toList();
                    if (!own.isEmpty()) {
                        edits.put(file, new FileEdits(file, texts.get(file), own));
                    }
                });
        return edits;
    }

    private static String applied(FileEdits file) {
        StringBuilder now = new StringBuilder(file.text());
        for (TextEdit edit : file.edits().reversed()) {
            now.replace(edit.offset(), edit.offset() + edit.length(), edit.newText());
        }
        return now.toString();
    }
}
