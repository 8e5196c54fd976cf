package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
    private static final String UNTIDY = "project x {\n    owner   \"us\"\n}\n";
    private static final String TIDY = "project x {\n  owner \"us\"\n}\n";

    @TempDir private Path folder;

    private Path untidy;
    private Path tidy;

    @BeforeEach
    void files() throws IOException {
        untidy = Files.writeString(folder.resolve("untidy.genai"), UNTIDY);
        tidy = Files.writeString(folder.resolve("tidy.genai"), TIDY);
    }

    @Test
    void filesAreWrittenInTheirPlaceWhereTheyChange() throws IOException {
        Run run = Run.of("format", untidy.toString(), tidy.toString());
        assertEquals(0, run.code(), run.toString());
        assertEquals("groundplan: wrote " + untidy + "\n", run.err());
        assertEquals(TIDY, Files.readString(untidy));
        assertEquals("", Run.of("format", untidy.toString()).errors());
    }

    @Test
    void checkNamesFilesAndLinesAndWritesNothing() throws IOException {
        Run run = Run.of("format", "--check", tidy.toString(), untidy.toString());
        assertEquals(1, run.code());
        assertEquals(untidy + ":2: not formatted; `groundplan format` does it\n", run.out());
        assertEquals(UNTIDY, Files.readString(untidy));
        assertEquals(0, Run.of("format", "--check", tidy.toString()).code());
    }

    @Test
    void standardInputIsPrinted() {
        Run run = Run.reading(UNTIDY, "format", "-");
        assertEquals(0, run.code());
        assertEquals(TIDY, run.out());
        assertEquals("", run.errors());
    }

    @Test
    void anotherFileTakesTheResult() throws IOException {
        Path other = folder.resolve("other.genai");
        assertEquals(0, Run.of("format", untidy.toString(), "-o", other.toString()).code());
        assertEquals(TIDY, Files.readString(other));
        assertEquals(UNTIDY, Files.readString(untidy));
        assertEquals(TIDY, Run.of("format", untidy.toString(), "-o", "-").out());
    }

    @Test
    void oneOutputHoldsOneFile() {
        Run run = Run.of("format", "-o", "x", untidy.toString(), tidy.toString());
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains("-o takes one file"));
    }

    @Test
    void oneUnreadableFileLeavesAllAsTheyAre() throws IOException {
        Run run = Run.of("format", untidy.toString(), folder.resolve("no.genai").toString());
        assertEquals(2, run.code());
        assertEquals(UNTIDY, Files.readString(untidy));
    }
}
