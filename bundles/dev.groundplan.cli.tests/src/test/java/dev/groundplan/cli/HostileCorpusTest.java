package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the hostile corpus, line by line, through the command. */
class HostileCorpusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("^(`+) ?(.*?) ?\\1$");

    @TempDir private Path folder;

    /** A line of the table. */
    record Case(String kind, String file, List<String> command, int exit, String says) {
        @Override
        public String toString() {
            return kind + ", " + String.join(" ", command) + " " + file;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : new String(resource("README.md"), StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split(" *\\| +");
            if (cells.length == 6 && cells[4].matches("\\d")) {
                cases.add(
                        new Case(
                                cells[1],
                                code(cells[2]),
                                List.of(code(cells[3]).split(" ")),
                                Integer.parseInt(cells[4]),
                                code(cells[5].replaceAll(" *\\|$", ""))));
            }
        }
        return cases;
    }

    private static String code(String cell) {
        var matcher = CODE.matcher(cell.strip());
        assertTrue(matcher.matches(), cell);
        return matcher.group(2);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = HostileCorpusTest.class.getResourceAsStream("hostile/" + name)) {
            return in.readAllBytes();
        }
    }

    /** What cannot be seen in a file, or is large. */
    private static byte[] bytes(String file) throws IOException {
        return switch (file) {
            case "fifty-megabytes.genai" -> filled(50 << 20);
            case "million-lines.genai" -> text("// a line\n".repeat(1_000_000));
            case "many-lines.genai" -> text("// 20 units of text\n".repeat(400_000));
            case "nested.genai" ->
                    text("project p " + "{ scope ".repeat(10_000) + "}".repeat(10_000));
            case "deep.xmi" -> text("<a>".repeat(100_000));
            case "deep.json" -> text("{ \"a\": " + "[".repeat(100_000));
            case "bidi.genai" -> text("project p { scope { us\u202eers 5 } }");
            case "zero-width.genai" -> text("project p\u200bq { }");
            case "nul.genai" -> text("project p { owner \"a\0b\" }");
            case "surrogate.genai" ->
                    "project p { owner \"\u00ed\u00a0\u0080\" }"
                            .getBytes(StandardCharsets.ISO_8859_1);
            case "mixed-line-ends.genai" ->
                    text("\ufeffproject p {\r\n  owner \"a\"\n  scope { users 5 GB }\r}\r\n");
            default -> resource(file);
        };
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachFileHasOneOutcome(Case one) throws IOException {
        Files.createFile(folder.resolve(".groundplan"));
        Path file = Files.write(folder.resolve(one.file), bytes(one.file));
        List<String> arguments = new ArrayList<>(one.command);
        arguments.add(file.toString());
        Run run =
                assertTimeoutPreemptively(PATIENCE, () -> Run.of(arguments.toArray(String[]::new)));
        String said = run.out() + run.err();
        assertEquals(one.exit, run.code(), said);
        assertTrue(said.contains(one.says), said);
        for (String inner : List.of("\tat ", "Exception", "defect of groundplan", "root:x:")) {
            assertFalse(said.contains(inner), said);
        }
        assertEquals(Set.of(".groundplan", one.file), files());
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void whatPeopleWriteStaysTextInThePlan() throws IOException {
        Path file = Files.write(folder.resolve("m.genai"), bytes("markup.genai"));
        String plan = Run.of("plan", file.toString()).out();
        assertFalse(plan.contains("<"), plan);
        // neither a link nor an image: the bracket that would close its text is escaped
        assertFalse(Pattern.compile("(?<!\\\\)\\]\\(").matcher(plan).find(), plan);
        assertFalse(plan.lines().anyMatch("```mermaid"::equals), plan);
        plan.lines()
                .filter(line -> line.startsWith("| Goal"))
                .forEach(row -> assertEquals(4, row.split("(?<!\\\\)\\|", -1).length, row));
    }
}
