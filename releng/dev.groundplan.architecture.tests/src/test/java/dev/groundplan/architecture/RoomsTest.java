package dev.groundplan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rooms in {@code docs/architecture.md} against the manifests. */
class RoomsTest {
    private static final Map<String, Room> ROOMS = Room.all();

    /**
     * What the last column of the table calls by one word: beginnings of names of bundles and
     * packages. The parser of Xtext logs through log4j and throws exceptions of the Equinox
     * runtime, so whoever compiles against it sees them; no class of ours uses them.
     */
    private static final Map<String, List<String>> OTHERS =
            Map.of(
                    "EMF", List.of("org.eclipse.emf."),
                    "Xtext",
                            List.of(
                                    "org.eclipse.xtext",
                                    "org.eclipse.equinox.common",
                                    "org.apache.log4j"),
                    "Guice", List.of("com.google.inject"),
                    "ANTLR", List.of("org.antlr."),
                    "LSP4J", List.of("org.eclipse.lsp4j"),
                    "picocli", List.of("picocli"),
                    "java-diff-utils", List.of("com.github.difflib"),
                    "Gson", List.of("com.google.gson"),
                    "Eclipse platform",
                            List.of(
                                    "org.eclipse.core.",
                                    "org.eclipse.e4.",
                                    "org.eclipse.help",
                                    "org.eclipse.jface",
                                    "org.eclipse.swt",
                                    "org.eclipse.text",
                                    "org.eclipse.ui",
                                    "org.osgi."));

    static Stream<Manifest> manifests() {
        return Manifest.all().stream();
    }

    @Test
    void theTableNamesExactlyTheBundlesThereAre() {
        Set<String> bundles = new TreeSet<>();
        manifests().map(Manifest::bundle).forEach(bundles::add);
        assertEquals(
                ROOMS.keySet(),
                bundles,
                "a bundle is a room of the table in docs/architecture.md, and the other way round");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aBundleRequiresOnlyWhatItsRoomMaySee(Manifest manifest) {
        Room room = ROOMS.get(manifest.bundle());
        List<String> beyond = new ArrayList<>();
        for (String name : required(manifest)) {
            if (!maySee(room, name)) {
                beyond.add(name);
            }
        }
        assertEquals(
                List.of(),
                beyond,
                () ->
                        manifest.bundle()
                                + " sees more than its room in docs/architecture.md; a wall that"
                                + " everyone may cross for convenience is none – move the class, or"
                                + " change the table and say why");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void theTablePermitsNothingThatNobodyNeeds(Manifest manifest) {
        Room room = ROOMS.get(manifest.bundle());
        Set<String> unused = new TreeSet<>(room.mayRequire());
        unused.removeAll(required(manifest));
        assertEquals(
                Set.of(),
                unused,
                () -> "the room of " + manifest.bundle() + " has a door nobody uses: close it");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aBundleUsesWhatItRequires(Manifest manifest) {
        Set<String> used = new TreeSet<>();
        Code.classes().stream()
                .filter(type -> Room.of(type.getPackageName(), ROOMS).equals(manifest.bundle()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith(Room.NAMESPACE))
                .forEach(name -> used.add(Room.of(name, ROOMS)));
        Set<String> unused = new TreeSet<>(required(manifest));
        unused.removeIf(name -> !name.startsWith(Room.NAMESPACE) || used.contains(name));
        assertEquals(
                Set.of(),
                unused,
                () -> manifest.bundle() + " requires what none of its classes names: let go of it");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aBundleHandsOnNoOtherRoom(Manifest manifest) {
        assertEquals(
                List.of(),
                manifest.clauses("Require-Bundle")
                        .filter(clause -> clause.startsWith(Room.NAMESPACE))
                        .filter(clause -> clause.contains("reexport"))
                        .toList(),
                "who needs a room says so itself, else the table does not show it");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aBundleHasNoActivatorAndNoLateImports(Manifest manifest) {
        for (String header : List.of("Bundle-Activator", "DynamicImport-Package")) {
            assertTrue(
                    manifest.header(header).isEmpty(),
                    () ->
                            manifest.bundle()
                                    + ": "
                                    + header
                                    + " makes the start of a bundle matter,"
                                    + " and headless code runs without a framework");
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void packagesAreNamedForTheirBundle(Manifest manifest) {
        assertEquals(
                List.of(),
                Repository.files(".java")
                        .filter(file -> file.startsWith(source(manifest)))
                        .map(file -> source(manifest).relativize(file.getParent()).toString())
                        .map(folder -> folder.replace('/', '.').replace('\\', '.'))
                        .distinct()
                        .filter(name -> !(name + ".").startsWith(manifest.bundle() + "."))
                        .toList(),
                "the rules of this module find a class's room by its package");
    }

    private static java.nio.file.Path source(Manifest manifest) {
        return manifest.file().getParent().resolveSibling("src");
    }

    private static List<String> required(Manifest manifest) {
        return Stream.of("Require-Bundle", "Import-Package", "Fragment-Host")
                .flatMap(header -> manifest.names(header).stream())
                .toList();
    }

    private static boolean maySee(Room room, String name) {
        return name.startsWith(Room.NAMESPACE)
                ? room.mayRequire().contains(name)
                : room.others().stream()
                        .flatMap(word -> words(room, word).stream())
                        .anyMatch(beginning -> (name + ".").startsWith(beginning));
    }

    private static List<String> words(Room room, String word) {
        List<String> beginnings = OTHERS.get(word);
        assertTrue(beginnings != null, () -> room.bundle() + ": unknown in the table: " + word);
        return beginnings;
    }
}
