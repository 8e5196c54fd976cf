package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    @TempDir private Path folder;

    private Path good;
    private Path bad;

    @BeforeEach
    void models() throws IOException {
        good = Files.createDirectories(folder.resolve("tiny"));
        bad = Files.createDirectories(folder.resolve("state-space"));
        Files.writeString(
                good.resolve("config.json"),
                """
                { "model_type": "llama", "hidden_size": 64, "intermediate_size": 128,
                  "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 100 }
                """);
        Files.writeString(bad.resolve("config.json"), "{ \"model_type\": \"mamba2\" }");
    }

    @Test
    void whatItPrintsCanBeChecked() throws IOException {
        Run run = Run.of("import", good.toString());
        assertEquals(0, run.code());
        assertEquals("", run.errors());
        assertTrue(run.out().contains("model tiny {\n  parameters   95_040\n"), run.out());
        Path file = folder.resolve("models.genai");
        Files.writeString(file, run.out());
        assertEquals(0, Run.of("check", file.toString()).code());
    }

    @Test
    void aModelIsNamedAsAsked() {
        Run run = Run.of("import", good.toString(), "--name", "acme/tiny-1.0");
        assertTrue(run.out().contains("model acme/tiny-1.0 {"));
        assertEquals(2, Run.of("import", good.toString(), "--name", "acme/").code());
        assertEquals(2, Run.of("import", good.toString(), bad.toString(), "--name", "a").code());
    }

    @Test
    void oneBadFileDoesNotSpoilTheOthersButTheExitCodeTells() throws IOException {
        Path file = folder.resolve("models.genai");
        Run run = Run.of("import", bad.toString(), good.toString(), "-o", file.toString());
        assertEquals(2, run.code());
        assertTrue(
                run.err().contains(bad + ": `mamba2` is a kind that Groundplan does not know"),
                run.err());
        assertTrue(Files.readString(file).contains("model tiny {"));
    }

    @Test
    void nothingIsWrittenWhenNothingCanBeSaid() {
        Path file = folder.resolve("models.genai");
        Run run = Run.of("import", bad.toString(), "-o", file.toString());
        assertEquals(2, run.code());
        assertFalse(Files.exists(file));
        assertTrue(run.complaint().contains("`mamba2`"));
    }

    @Test
    void twoModelsOfOneNameAreNotDeclaredTwice() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other/tiny"));
        Files.copy(good.resolve("config.json"), other.resolve("config.json"));
        Run run = Run.of("import", good.toString(), other.toString());
        assertEquals(2, run.code());
        assertEquals(1, run.out().split("model tiny \\{", -1).length - 1);
        assertTrue(run.err().contains("import it alone with --name"));
    }

    @Test
    void whatIsNoConfigurationIsNamed() throws IOException {
        Path binary = folder.resolve("binary.json");
        Files.write(binary, new byte[] {(byte) 0xff, 0, 1});
        Path large = folder.resolve("large.json");
        Files.write(large, new byte[(8 << 20) + 1]);
        assertSays(folder.resolve("none.json"), "does not exist; expected the config.json");
        assertSays(folder, "does not exist; expected the config.json");
        assertSays(binary, "is not text in UTF-8; expected the config.json");
        assertSays(large, "larger than 8 MiB; expected the config.json");
        assertTrue(Run.of("import", "a\u0000b").complaint().contains("is not a file name"));
    }

    private static void assertSays(Path path, String message) {
        Run run = Run.of("import", path.toString());
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains(message), run.err());
    }
}
