package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hostile or unlucky world sends: a clear finding or error each, never a trace. */
class HostileInputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void aMissingFile() {
        Run run = Run.of("check", folder.resolve("no.genai").toString());
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains("no.genai does not exist; expected a project file"));
    }

    @Test
    void aFolder() {
        Run run = Run.of("check", folder.toString());
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains(folder + " is a folder; expected a project file"));
    }

    @Test
    void binaryData() throws IOException {
        Path file = folder.resolve("b.genai");
        Files.write(file, new byte[] {0x50, 0x4b, 3, 4, (byte) 0xff, (byte) 0xfe, 0});
        Run run = Run.of("check", file.toString());
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains("is not text in UTF-8; expected a project file"));
    }

    @Test
    void aFileThatIsTooLarge() {
        byte[] large = new byte[(8 << 20) + 10];
        java.util.Arrays.fill(large, (byte) ' ');
        Run run = Run.with(large, "check", "-");
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains("expected a project file of at most 8 MiB"));
    }

    @Test
    void aNameThatIsNone() {
        Run run = Run.of("check", "a\u0000b");
        assertEquals(2, run.code());
        assertFalse(run.err().contains("\u0000"));
    }

    @Test
    void tenThousandNestedBlocks() {
        String text =
                "project x { scope ".repeat(1) + "{".repeat(10_000) + "}".repeat(10_000) + "}";
        Run run = assertTimeoutPreemptively(PATIENCE, () -> Run.reading(text, "check", "-"));
        assertFound(run, "SyntaxError");
    }

    @Test
    void tenThousandNestedProjects() {
        String text = "project a { ".repeat(10_000) + "}".repeat(10_000);
        Run run = assertTimeoutPreemptively(PATIENCE, () -> Run.reading(text, "check", "-"));
        assertTrue(Set.of(1, 2).contains(run.code()), run.toString());
        assertClean(run);
    }

    @Test
    void aChainOfFiveThousandSteps() {
        StringBuilder text = new StringBuilder("project chain { alignment {\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("prompt p").append(i).append(" { shots 3  after p").append(i - 1);
            text.append(" }\n");
        }
        String chain = text.append("} }\n").toString().replace("  after p-1", "");
        Run run = assertTimeoutPreemptively(PATIENCE, () -> Run.reading(chain, "check", "-"));
        assertTrue(Set.of(0, 1).contains(run.code()), run.err());
        assertClean(run);
    }

    @Test
    void aMillionLines() {
        byte[] lines = "// a line\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        Run run = Run.with(lines, "check", "-");
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains("expected a project file of at most 8 MiB"));
    }

    @Test
    void filesThatImportThemselvesAndEachOther() throws IOException {
        Path a = folder.resolve("a.genai");
        Files.writeString(a, "import \"a.genai\"\nimport \"b.genai\"\nproject x { }\n");
        Files.writeString(folder.resolve("b.genai"), "import \"a.genai\"\nproject y { }\n");
        Run run = assertTimeoutPreemptively(PATIENCE, () -> Run.of("check", a.toString()));
        assertTrue(Set.of(0, 1).contains(run.code()), run.toString());
        assertClean(run);
    }

    @Test
    void importsOutOfTheRoot() throws IOException {
        Files.createFile(folder.resolve(".groundplan"));
        Path file = folder.resolve("a.genai");
        for (String path :
                List.of(
                        "../../etc/passwd",
                        "/etc/passwd",
                        "file:/etc/passwd",
                        "http://h/a.genai",
                        "jar:a!/b.genai",
                        "\\\\\\\\host\\\\share",
                        "plain.txt")) {
            Files.writeString(file, "import \"" + path + "\"\nproject x { }\n");
            Run run = Run.of("check", file.toString());
            assertFound(run, "ImportOutsideRoot");
            assertFalse(run.out().contains("root:"), path);
        }
    }

    @Test
    void anUnknownUnit() {
        Run run =
                Run.reading(
                        "project x {\n  scope { service { first-token 800 parsecs } }\n}\n",
                        "check",
                        "-");
        assertFound(run, "WrongUnit");
        assertTrue(run.out().contains("<stdin>:2:33: error WrongUnit: "), run.out());
        assertTrue(run.out().contains("first-token 800 parsecs"), run.out());
    }

    @Test
    void aTextInThePlaceOfANumberIsOneMistake() {
        Run run = Run.reading("model m {\n  parameters \"seven\"\n}\n", "check", "-");
        assertFound(run, "expected a number of parameters");
        assertTrue(run.out().endsWith("<stdin>: 1 error.\n"), run.out());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void neverAStackTrace(String text) {
        for (String command : List.of("check", "estimate", "plan")) {
            Run run = assertTimeoutPreemptively(PATIENCE, () -> Run.reading(text, command, "-"));
            assertTrue(Set.of(0, 1, 2).contains(run.code()), run.toString());
            assertClean(run);
        }
    }

    static List<String> texts() {
        return List.of(
                "",
                "\ufeffproject x { }",
                "project",
                "project {",
                "}}}}",
                "project x { }\r\nproject x { }\r",
                "project x { scope { users 1e308 } }",
                "project x { scope { users -1  users 999999999999999999999999 } }",
                "project x { start 0000-00-00 }",
                "project x { start 9999-12-31  scope { budget { deadline 2027-02-29 } } }",
                "project x { scope { budget { build 5..3 USD  confidence 400 % } } }",
                "project \u202ex { owner \"\u202e\u0007\u001b[31m\" }",
                "project x { owner \"<script>alert(1)</script> ](javascript:x) | ` \" }",
                "project x { data { dataset a { examples 1e400 } } }",
                "project a { alignment { prompt p { after q }  prompt q { after p } } }",
                "project x { alignment { fine-tune t { parallel { recompute a- } } } }",
                "endpoint e { input 0.27 USD per -1M tokens  output 1 USD per 0 tokens }",
                "import \"a.genai\" import \"stdin.genai\" project x { }",
                "/* never closed",
                "project x { owner \"never closed\n }",
                "\"\"\"".repeat(1000),
                "model m { architecture { layers 999999999 hidden 999999999 } } project x { model {"
                        + " existing m } deployment { hardware L40S } }",
                "project x { model { existing meta-llama/Llama-3.1-8B } deployment { hardware 0 x"
                        + " L40S } }",
                "project x { alignment { fine-tune t { method lora { rank 0 } hardware -1 x L40S "
                        + " epochs 0 } } }");
    }

    @Test
    void controlsInTheFileDoNotReachTheTerminal() {
        Run run = Run.reading("project x { scope { \u001b[31mred\u001b[0m 1 } }", "check", "-");
        assertFalse(run.out().contains("\u001b"), run.out());
        assertEquals(1, run.code());
    }

    private static void assertFound(Run run, String rule) {
        assertEquals(1, run.code(), run.toString());
        assertTrue(
                run.out().contains(rule),
                run.out().substring(0, Math.min(2000, run.out().length())));
        assertClean(run);
    }

    private static void assertClean(Run run) {
        assertFalse(run.err().contains("\tat "), run.err());
        assertFalse(run.err().contains("defect of groundplan"), run.err());
        assertFalse(run.out().contains("\tat "), run.out());
    }
}
