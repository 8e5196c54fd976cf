package dev.groundplan.engine;

import dev.groundplan.catalogue.Library;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.dsl.CatalogueEntry;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.GenaiLanguage.RootLayers;
import dev.groundplan.dsl.GenaiParser.LibraryText;
import dev.groundplan.dsl.scoping.Root;
import dev.groundplan.dsl.scoping.RootTexts.RootText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The layers of the catalogue at a root, and what its lock says of them. */
public final class RootCatalogue {
    /** The layer that comes with the program. */
    public static final String BUILT_IN = "built-in";

    /** The newer catalogue that the root has taken over it. */
    public static final String UPDATE = "update";

    /** The organisation's own. */
    public static final String ORGANISATION = "organisation";

    private final GenaiLanguage language;
    private final Path file;
    private final Path root;

    /** Read when first asked for: where no lock is, nobody asks. */
    private RootLayers found;

    /**
     * A property of an entry that is not as before.
     *
     * @param before empty where there was none
     * @param after empty where there is none
     */
    public record Change(
            String entry, String property, Optional<String> before, Optional<String> after) {}

    /**
     * A layer.
     *
     * @param replaces entries further out that its own take the place of, by kind and name
     */
    public record Layer(String name, int entries, List<String> replaces) {}

    RootCatalogue(GenaiLanguage language, Path file) {
        this.language = language;
        this.file = file;
        this.root = Root.of(file.getParent());
    }

    public Path root() {
        return root;
    }

    private RootLayers files() {
        if (found == null) {
            found = language.layers(file);
        }
        return found;
    }

    /** Where the lock is, or would be. */
    public Path lockFile() {
        return root.resolve(CatalogueLock.FILE);
    }

    /** Where the newer catalogue is, or would be. */
    public Path updateFolder() {
        return root.resolve(Root.UPDATE);
    }

    public String version() {
        return Library.version();
    }

    /**
     * What each layer declares, from the outermost on; a layer that is not there has no entries.
     */
    private Map<String, List<CatalogueEntry>> entries() {
        Map<String, List<CatalogueEntry>> entries = new LinkedHashMap<>();
        entries.put(BUILT_IN, language.entries(builtIn()));
        entries.put(UPDATE, language.entries(texts(files().update())));
        entries.put(ORGANISATION, language.entries(texts(files().organisation())));
        return entries;
    }

    /** The layers, the outermost first. */
    public List<Layer> layers() {
        Set<String> outer = new HashSet<>();
        List<Layer> all = new ArrayList<>();
        entries()
                .forEach(
                        (name, declared) -> {
                            List<String> keys = declared.stream().map(RootCatalogue::key).toList();
                            all.add(
                                    new Layer(
                                            name,
                                            keys.size(),
                                            keys.stream()
                                                    .filter(outer::contains)
                                                    .sorted()
                                                    .toList()));
                            outer.addAll(keys);
                        });
        return all;
    }

    /** The catalogue at hand as a lock records it. */
    public CatalogueLock now() {
        return CatalogueLock.of(version(), wholeTexts(), entries());
    }

    /**
     * The lock, where there is one.
     *
     * @throws UnreadableFile when it cannot be read
     */
    public Optional<CatalogueLock> locked() throws UnreadableFile {
        if (!Files.exists(lockFile())) {
            return Optional.empty();
        }
        String text = SourceText.read(CatalogueLock.FILE, lockFile());
        return Optional.of(CatalogueLock.read(CatalogueLock.FILE, text));
    }

    /**
     * What differs from the lock; empty where there is no lock, or nothing differs.
     *
     * @throws UnreadableFile when the lock cannot be read
     */
    public Optional<CatalogueLock.Difference> difference() throws UnreadableFile {
        Optional<CatalogueLock> lock = locked();
        if (lock.isEmpty() || lock.get().texts().equals(CatalogueLock.hashes(wholeTexts()))) {
            return Optional.empty();
        }
        return Optional.of(lock.get().to(now())).filter(difference -> !difference.isEmpty());
    }

    /**
     * What taking these files over the built-in catalogue would change, property by property.
     * Taking them removes nothing.
     */
    public List<Change> changes(List<CatalogueParcel.Text> newer) {
        Map<String, CatalogueEntry> known = new LinkedHashMap<>();
        language.entries(builtIn()).forEach(entry -> known.put(key(entry), entry));
        List<Change> changes = new ArrayList<>();
        for (CatalogueEntry entry :
                language.entries(
                        newer.stream()
                                .map(one -> new LibraryText(one.name(), one.text()))
                                .toList())) {
            CatalogueEntry before = known.get(key(entry));
            Map<String, String> old = before == null ? Map.of() : before.properties();
            entry.properties()
                    .forEach(
                            (word, value) -> {
                                Optional<String> was = Optional.ofNullable(old.get(word));
                                if (!was.equals(Optional.of(value))) {
                                    changes.add(
                                            new Change(key(entry), word, was, Optional.of(value)));
                                }
                            });
            old.forEach(
                    (word, value) -> {
                        if (!entry.properties().containsKey(word)) {
                            changes.add(
                                    new Change(
                                            key(entry),
                                            word,
                                            Optional.of(value),
                                            Optional.empty()));
                        }
                    });
        }
        return changes;
    }

    /** What is wrong in these files; such are not taken. */
    public List<Misreading> mistakes(List<CatalogueParcel.Text> files, LocalDate today) {
        List<RootText> texts = new ArrayList<>();
        for (CatalogueParcel.Text file : files) {
            texts.add(new RootText(file.name(), updateFolder().resolve(file.name()), file.text()));
        }
        return language.mistakes(texts, today);
    }

    private static String key(CatalogueEntry entry) {
        return entry.kind() + " " + entry.name();
    }

    private static List<LibraryText> builtIn() {
        return Library.all().stream().map(one -> new LibraryText(one.name(), one.text())).toList();
    }

    private static List<LibraryText> texts(List<RootText> files) {
        return files.stream().map(one -> new LibraryText(one.name(), one.text())).toList();
    }

    private Map<String, String> wholeTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(BUILT_IN, whole(builtIn()));
        texts.put(UPDATE, whole(texts(files().update())));
        texts.put(ORGANISATION, whole(texts(files().organisation())));
        return texts;
    }

    /** Line ends are a matter of the machine and not of the catalogue. */
    private static String whole(List<LibraryText> files) {
        StringBuilder whole = new StringBuilder();
        for (LibraryText file : files) {
            whole.append(file.name()).append('\n').append(file.text().replace("\r\n", "\n"));
            whole.append('\0');
        }
        return whole.toString();
    }
}
