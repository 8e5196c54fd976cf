package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.dsl.parsing.SyntaxProblem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is of the language and what is not, and what is said about it. */
class ParsingTest {
    static final List<String> EXAMPLES = Texts.EXAMPLES;

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void theWholeLanguageParses(String name) {
        assertEquals(List.of(), Texts.parse(Texts.read(name)).problems());
    }

    static Stream<String> cases() {
        return Texts.lines("parses.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneLine(String line) {
        String[] parts = line.substring(2).split("\\|", 2);
        String text = inBlocks(parts[0].strip(), Texts.unescape(parts[1].strip()));
        List<SyntaxProblem> problems = Texts.parse(text).problems();
        assertEquals(line.startsWith("+"), problems.isEmpty(), () -> text + "\n" + problems);
    }

    private static String inBlocks(String blocks, String text) {
        if (blocks.equals("file")) {
            return text;
        }
        StringBuilder before = new StringBuilder("project p {");
        StringBuilder after = new StringBuilder("}");
        for (String block : blocks.split("/")) {
            if (!block.equals("project")) {
                before.append(' ').append(block.replace('_', ' ')).append(" {");
                after.append(" }");
            }
        }
        return before + "\n " + text + "\n" + after;
    }

    static Stream<String> messages() {
        return Texts.lines("messages.txt");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesAreForPeople(String line) {
        int arrow = line.lastIndexOf(" => ");
        List<String> expected =
                Stream.of(line.substring(arrow + 4).split("\\|\\|")).map(String::strip).toList();
        List<String> said =
                Texts.parse(Texts.unescape(line.substring(0, arrow))).problems().stream()
                        .map(problem -> problem.line() + " " + problem.message())
                        .toList();
        assertEquals(expected, said);
    }
}
