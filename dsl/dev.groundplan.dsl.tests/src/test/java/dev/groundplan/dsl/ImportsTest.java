package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.dsl.ParsedFile.ImportedFile;
import dev.groundplan.dsl.model.Dataset;
import dev.groundplan.dsl.model.FineTune;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a file may read. */
class ImportsTest {
    @TempDir Path outside;

    private Path root;

    @BeforeEach
    void files() throws IOException {
        root = Files.createDirectories(outside.resolve("root"));
        Files.createFile(root.resolve(".groundplan"));
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(outside.resolve("secret.genai"), "dataset secret { }");
        Files.writeString(root.resolve("secret.txt"), "dataset secret { }");
        Files.writeString(
                root.resolve("shared.genai"), "import \"sub/deep.genai\" dataset shared { }");
        Files.writeString(
                root.resolve("sub/deep.genai"), "import \"../shared.genai\" dataset deep { }");
        Files.createDirectories(root.resolve("folder.genai"));
    }

    private ParsedFile parse(String text) {
        return Texts.parser().parse(root.resolve("sub/main.genai"), text, List.of());
    }

    private static boolean resolves(ParsedFile file) {
        for (TreeIterator<EObject> all = file.resource().getAllContents(); all.hasNext(); ) {
            if (all.next() instanceof FineTune tune) {
                Dataset first = tune.getOn().getFirst();
                return !first.eIsProxy();
            }
        }
        throw new AssertionError("no fine-tune");
    }

    private static String on(String dataset) {
        return " project p { alignment { fine-tune f { on " + dataset + " } } }";
    }

    @Test
    void declarationsOfAnImportedFileAreSeenButNotThoseItImports() {
        assertTrue(resolves(parse("import \"../shared.genai\"" + on("shared"))));
        assertFalse(resolves(parse("import \"../shared.genai\"" + on("deep"))));
        assertTrue(resolves(parse("import \"./deep.genai\"" + on("deep"))));
    }

    @Test
    void aFileMayImportItself() throws IOException {
        Files.writeString(root.resolve("sub/main.genai"), "dataset own { }");
        ParsedFile file = parse("import \"main.genai\" dataset own { }" + on("own"));
        assertTrue(resolves(file));
        assertTrue(file.imports().getFirst().refusal().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.genai",
                "../../../../../../etc/passwd",
                "/etc/passwd",
                "/etc/passwd.genai",
                "file:///etc/passwd.genai",
                "http://example.org/a.genai",
                "jar:file:a.jar!/a.genai",
                "\\\\\\\\host\\\\share.genai",
                "C:/a.genai",
                "../secret.txt",
                "../folder.genai",
                "missing.genai",
                "",
                "\u0000.genai",
                "platform:/plugin/x.genai"
            })
    void othersAreRefused(String path) {
        ParsedFile file = parse("import \"" + path + "\"" + on("secret"));
        ImportedFile one = file.imports().getFirst();
        assertTrue(one.resource().isEmpty());
        assertFalse(one.refusal().orElseThrow().isBlank());
        assertFalse(resolves(file));
        assertEquals(7, one.offset());
    }

    @Test
    void aLinkOutOfTheRootIsRefused() throws IOException {
        Files.createSymbolicLink(root.resolve("sub/link.genai"), outside.resolve("secret.genai"));
        Files.createSymbolicLink(root.resolve("sub/way"), outside);
        for (String path : List.of("link.genai", "way/secret.genai")) {
            ParsedFile file = parse("import \"" + path + "\"" + on("secret"));
            assertTrue(file.imports().getFirst().refusal().isPresent(), path);
            assertFalse(resolves(file), path);
        }
    }
}
