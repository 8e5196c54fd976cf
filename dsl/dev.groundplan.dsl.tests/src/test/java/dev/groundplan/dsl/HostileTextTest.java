package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.dsl.parsing.SyntaxProblem;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no architect writes: problems, never an exception, and soon. */
@Timeout(60)
class HostileTextTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "10,000 nested blocks",
                        "project p " + "{ a ".repeat(10_000) + "}".repeat(10_000)),
                Arguments.of("10,000 braces", "{".repeat(10_000)),
                Arguments.of("nested projects", "project p { scope ".repeat(2_000)),
                Arguments.of("nested architecture", "model m { architecture { ".repeat(2_000)),
                Arguments.of("closing braces", "}".repeat(10_000)),
                Arguments.of("NUL in a word", "project p { sc\0ope { users 2M } }"),
                Arguments.of("place holders of the generated scanner", "\1 \2 \3 \4 \5 \6"),
                Arguments.of("lone surrogate", "project su\uD800pport { }"),
                Arguments.of("open quotes", "\"".repeat(100_001)),
                Arguments.of("open long text", "project p { scope { goal \"\"\"".repeat(1_000)),
                Arguments.of("open comments", "/* ".repeat(100_000)),
                Arguments.of(
                        "a number of 100,000 digits",
                        "project p { scope { users " + "9".repeat(100_000) + " } }"),
                Arguments.of(
                        "a range without end",
                        "project p { scope { users 1" + "..1".repeat(10_000) + " } }"),
                Arguments.of("1 MB of printable garbage", garbage(1_000_000, ' ', '~')),
                Arguments.of("100 kB of any characters", garbage(100_000, '\0', '\uFFFF')));
    }

    private static String garbage(int length, char from, char to) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (from + random.nextInt(to - from + 1)));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void givesProblems(String name, String text) {
        List<SyntaxProblem> problems = Texts.parse(text).problems();
        assertFalse(problems.isEmpty());
        assertTrue(problems.size() <= 500);
        for (SyntaxProblem problem : problems) {
            assertTrue(
                    problem.offset() >= 0
                            && problem.offset() + problem.length() <= text.length() + 1);
            assertTrue(problem.message().length() < 300, problem::message);
            assertTrue(
                    problem.message().chars().noneMatch(Character::isISOControl), problem::message);
        }
    }

    @Test
    void lineEndsAndByteOrderMarkMeanNothing() {
        String text = Texts.read("support-assistant.genai");
        assertEquals(List.of(), Texts.parse(text.replace("\n", "\r\n")).problems());
        assertEquals(List.of(), Texts.parse(text.replace("\n", "\r")).problems());
        assertEquals(List.of(), Texts.parse("\uFEFF" + text).problems());
    }

    @Test
    void anEmptyTextIsAFile() {
        assertEquals(List.of(), Texts.parse("").problems());
        assertEquals(List.of(), Texts.parse(" \n// nothing\n").problems());
    }
}
