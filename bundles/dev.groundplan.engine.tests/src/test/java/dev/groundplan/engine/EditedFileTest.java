package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that has seen the file before an edit finds what one finds that has not. */
class EditedFileTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final Path PATH = Path.of("edited.genai").toAbsolutePath();
    private static final Engine REMEMBERING = Engine.create();
    private static final Engine ANEW = Engine.create();
    private static String text;

    @BeforeAll
    static void threeProjectsWithDeclarationsAroundThem() throws IOException {
        text =
                "model tiny { parameters 1B  layers 16  hidden 2_048  heads 16  licence mit }\n\n"
                        + example("support-assistant", "first")
                        + "\n// groundplan: allow UnvalidatedEstimates\n"
                        + example("finance-model", "second").replace("\n", "\r\n")
                        + "\npolicy frugal {\n  cap price 5 USD per hour\n}\n"
                        + example("entity-extractor", "third")
                        + "\nmodel late { parameters 2B  layers 16  hidden 2_048  licence mit }\n";
    }

    private static String example(String file, String name) throws IOException {
        return Files.readString(
                        Path.of(
                                System.getProperty("groundplan.root", "../.."),
                                "examples",
                                file + ".genai"))
                .replaceFirst("(?m)^project \\S+", "project " + name);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(longs = {1, 2})
    void someEditsOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        String edited = text;
        same(edited);
        for (int i = 0; i < 8; i++) {
            String before = edited;
            edited = random.nextInt(3) == 0 ? text : Edit.some(random, before);
            same(edited);
        }
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            textBlock =
                    """
                    project first, project fist
                    project first, project third
                    project second, project  second
                    project second, // project second
                    first, first-one
                    tiny, tinier
                    cap price 5 USD, cap price 1 USD
                    allow UnvalidatedEstimates, allow NoBudget
                    policy frugal, policy  frugal
                    """)
    void anEditOutsideOrOfAName(String from, String to) {
        same(text);
        same(text.replaceFirst(Pattern.quote(from), to));
    }

    @Test
    void whatAnEditLeavesAloneIsNotComputedAgain() {
        AnalysedFile before =
                REMEMBERING.analyse("f.genai", PATH, text, SETTINGS, Cancellation.NEVER);
        String edited = text.replaceFirst("(\\}\\s*policy)", "\n// more\n$1");
        AnalysedFile after =
                REMEMBERING.analyse("f.genai", PATH, edited, SETTINGS, Cancellation.NEVER);
        assertEquals(3, after.projects().size());
        for (int i : List.of(0, 2)) {
            assertSame(value(before, i), value(after, i));
        }
        assertNotSame(value(before, 1), value(after, 1));
    }

    private static Object value(AnalysedFile file, int project) {
        Estimate<?> some = file.projects().get(project).estimates().getFirst();
        return some.value();
    }

    private static void same(String edited) {
        AnalysedFile known =
                REMEMBERING.analyse("edited.genai", PATH, edited, SETTINGS, Cancellation.NEVER);
        // another path: an engine remembers nothing of a file that it has not seen
        Path other = Path.of("edited-" + edited.hashCode() + ".genai").toAbsolutePath();
        AnalysedFile anew =
                ANEW.analyse("edited.genai", other, edited, SETTINGS, Cancellation.NEVER);
        assertEquals(anew.findings(), known.findings());
        assertEquals(anew.projects(), known.projects());
        assertEquals(anew.scenarios(), known.scenarios());
    }

    /** Of the kinds that a typist makes. */
    private static final class Edit {
        private static final List<String> INSERTED =
                List.of("\n", " ", "}", "{", "7", "// note\n", "\n\n\n", "x", "gate g { }\n", "é");

        static String some(Random random, String text) {
            int at = random.nextInt(text.length());
            return switch (random.nextInt(4)) {
                case 0 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
                case 1 -> {
                    int line = text.indexOf('\n', at);
                    int next = text.indexOf('\n', line + 1);
                    yield line < 0 || next < 0
                            ? text
                            : text.substring(0, line) + text.substring(next);
                }
                case 2 -> {
                    int line = text.indexOf('\n', at);
                    yield line < 0
                            ? text
                            : text.substring(0, line) + "\n// a note" + text.substring(line);
                }
                default ->
                        text.substring(0, at)
                                + INSERTED.get(random.nextInt(INSERTED.size()))
                                + text.substring(at);
            };
        }

        private Edit() {}
    }
}
