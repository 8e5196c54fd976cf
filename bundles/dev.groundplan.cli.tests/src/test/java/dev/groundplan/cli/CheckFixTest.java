package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFixTest {
    private static final String OPEN =
            """
            project x {
              model { existing Qwen/Qwen2.5-7B-Instruct }
              augmentation { program-aided calculator { language python } }
            }
            """;
    private static final String ISOLATED =
            OPEN.replace("language python }", "language python  sandbox isolated }");

    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve(".groundplan"), "");
        file = Files.writeString(folder.resolve("x.genai"), OPEN);
    }

    @Test
    void theFileIsMendedInItsPlaceAndWhatIsLeftIsTold() throws IOException {
        assertEquals(1, Run.of("check", file.toString()).code());
        Run run = Run.of("check", "--fix", file.toString());
        assertEquals(0, run.code(), run.toString());
        assertEquals(ISOLATED, Files.readString(file));
        assertEquals("groundplan: " + file + ":3: UnsandboxedCode: Run it isolated\n", run.err());
        assertEquals("", Run.of("check", "--fix", file.toString()).errors());
    }

    @Test
    void aDryRunPrintsAPatchAndWritesNothing() throws IOException {
        Run run = Run.of("check", "--fix", "--dry-run", file.toString());
        assertEquals(OPEN, Files.readString(file));
        assertEquals(
                """
                --- FILE
                +++ FILE
                @@ -1,4 +1,4 @@
                 project x {
                   model { existing Qwen/Qwen2.5-7B-Instruct }
                -  augmentation { program-aided calculator { language python } }
                +  augmentation { program-aided calculator { language python  sandbox isolated } }
                 }
                """,
                run.out().replace(file.toString(), "FILE"));
    }

    @Test
    void standardInputIsPrintedMended() {
        Run run = Run.reading(OPEN, "check", "--fix", "-");
        assertEquals(ISOLATED, run.out());
        assertEquals(0, run.code());
    }

    @Test
    void aDryRunWithoutFixIsRefused() {
        Run run = Run.of("check", "--dry-run", file.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--fix"), run.err());
    }
}
