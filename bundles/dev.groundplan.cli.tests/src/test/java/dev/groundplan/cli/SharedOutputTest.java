package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One output file and two processes, or one that is killed: it is always a whole file. */
class SharedOutputTest {
    @TempDir private Path folder;

    @Test
    void twoProcessesThatWriteOneFileLeaveTheWholeOfOne() throws Exception {
        String support = Run.example("support-assistant");
        String finance = Run.example("finance-model");
        Path output = Files.createDirectory(folder.resolve("out")).resolve("plan.md");
        List<Process> processes = new ArrayList<>();
        for (String example : List.of(support, finance)) {
            processes.add(start(example, output));
        }
        for (Process process : processes) {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
        assertTrue(
                Set.of(plan(support), plan(finance)).contains(Files.readString(output)),
                "neither of the two plans");
        assertEquals(1, entries(output.getParent()));
    }

    @Test
    void aKilledProcessLeavesTheOldFileOrTheWholeNewOne() throws Exception {
        String example = Run.example("support-assistant");
        String whole = plan(example);
        Path output = Files.writeString(folder.resolve("plan.md"), "old");
        Process process = start(example, output);
        // it puts the new text beside the old one first: that is the moment
        while (process.isAlive() && entries(folder) == 1) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        assertTrue(Set.of("old", whole).contains(Files.readString(output)));
    }

    private static String plan(String example) {
        return Run.of("plan", example, "--today", Run.TODAY).out();
    }

    private static Process start(String example, Path output) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.groundplan.cli.Main",
                        "plan",
                        example,
                        "--today",
                        Run.TODAY,
                        "-o",
                        output.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long entries(Path directory) throws IOException {
        try (var found = Files.list(directory)) {
            return found.count();
        }
    }
}
