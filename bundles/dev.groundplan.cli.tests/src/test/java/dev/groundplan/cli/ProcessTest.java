package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The command as a process of its own: exit codes, streams, little memory. */
class ProcessTest {
    @Test
    void exitCodesReachTheShell() throws Exception {
        assertEquals(2, start("check", "no.genai").waitFor());
        assertEquals(0, start("--help").waitFor());
    }

    @Test
    void standardInputInLittleMemoryAndAnotherLocale() throws Exception {
        Process process = start("check", "-");
        process.getOutputStream()
                .write(
                        "project x { scope { goal \"Grüße 😀\"  users 5 GB } }"
                                .getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor());
        assertTrue(out.contains("Grüße 😀"), out);
        assertFalse(out.contains("\u001b"), out);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNoSuccess() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command("--help"));
        builder.redirectOutput(Path.of("/dev/full").toFile());
        Process process = builder.start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor());
        assertTrue(err.startsWith("groundplan: the output could not be written"), err);
    }

    private static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments)).start();
    }

    private static List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.add("-Duser.language=tr");
        command.add("-Dfile.encoding=ISO-8859-1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.groundplan.cli.Main");
        command.addAll(List.of(arguments));
        return command;
    }
}
