package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir private Path folder;

    @Test
    void writesAndReplacesWholeFiles() throws Exception {
        Path file = folder.resolve("plan.md");
        OutputFile.at(file.toString()).write(bytes("one, and longer"));
        OutputFile.at(file.toString()).write(bytes("two"));
        assertEquals("two", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void refusesAFolder() {
        Complaint complaint = assertThrows(Complaint.class, () -> OutputFile.at(folder.toString()));
        assertTrue(complaint.getMessage().contains("is a folder"), complaint.getMessage());
    }

    @Test
    void refusesAFolderThatDoesNotExist() {
        Complaint complaint =
                assertThrows(
                        Complaint.class,
                        () -> OutputFile.at(folder.resolve("no/plan.md").toString()));
        assertTrue(complaint.getMessage().contains("folder does not exist"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesALinkAndLeavesItsTargetAlone() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("plan.md"), precious);
        Complaint complaint = assertThrows(Complaint.class, () -> OutputFile.at(link.toString()));
        assertTrue(complaint.getMessage().contains("is a link"));
        assertEquals("precious", Files.readString(precious));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAReadOnlyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.md"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Complaint complaint = assertThrows(Complaint.class, () -> OutputFile.at(file.toString()));
        assertTrue(complaint.getMessage().contains("is read-only"));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void whatAKilledProcessLeftIsNoObstacle() throws Exception {
        Path file = folder.resolve("plan.md");
        long pid = ProcessHandle.current().pid();
        Path left = Files.writeString(folder.resolve(".plan.md." + pid + "-0.tmp"), "half");
        OutputFile.at(file.toString()).write(bytes("whole"));
        assertEquals("whole", Files.readString(file));
        assertEquals("half", Files.readString(left));
    }

    @Test
    void planWritesThereAndSaysSo() throws IOException {
        Path file = folder.resolve("plan.md");
        Run run = Run.reading("project x { }", "plan", "-", "-o", file.toString());
        assertEquals(0, run.code(), run.toString());
        assertEquals("", run.out());
        assertEquals("groundplan: wrote " + file + "\n", run.err());
        Run printed = Run.reading("project x { }", "plan", "-");
        assertArrayEquals(bytes(printed.out()), Files.readAllBytes(file));
    }

    @Test
    void aPlanThatCannotBeMadeLeavesTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.md"), "old");
        Run run = Run.of("plan", folder.resolve("no.genai").toString(), "-o", file.toString());
        assertEquals(2, run.code());
        assertEquals("old", Files.readString(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
