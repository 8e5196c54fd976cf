package dev.groundplan.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run of the command.
 *
 * @param code the exit code
 */
record Run(int code, String out, String err) {
    /** A day on which no price of an example is stale yet. */
    static final String TODAY = "2026-11-23";

    static Run of(String... arguments) {
        return with(new byte[0], arguments);
    }

    /** The same with text on standard input. */
    static Run reading(String input, String... arguments) {
        return with(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Run with(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new ByteArrayInputStream(input), new Output(out), new Output(err), false);
        int code = Main.run(List.of(arguments), console);
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Path root() {
        return Path.of(System.getProperty("groundplan.root"));
    }

    static String example(String name) {
        return root().resolve("examples").resolve(name + ".genai").toString();
    }

    /** What went to standard error but for progress, which only a slow machine shows. */
    String errors() {
        return err.lines()
                .filter(line -> !line.startsWith("groundplan: analysing "))
                .collect(Collectors.joining("\n"));
    }

    /** What went wrong, on one line, as every complaint must be. */
    String complaint() {
        List<String> lines = err.lines().toList();
        if (lines.size() > 2 || !out.isEmpty() || lines.isEmpty()) {
            throw new AssertionError("no complaint on a line: " + this);
        }
        return lines.getFirst();
    }
}
