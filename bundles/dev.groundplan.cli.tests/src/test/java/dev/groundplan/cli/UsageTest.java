package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @TestFactory
    List<DynamicTest> everyCommandShowsHelpWithAnExample() {
        return Commands.all().stream()
                .map(
                        command ->
                                DynamicTest.dynamicTest(
                                        command.name(),
                                        () -> {
                                            Run run = Run.of(command.name(), "--help");
                                            assertEquals(0, run.code());
                                            assertTrue(run.out().startsWith("Usage: groundplan "));
                                            assertTrue(run.out().contains("Example"));
                                            assertEquals("", run.errors());
                                        }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyExampleOfTheHelpCanBeTyped() {
        return Commands.all().stream()
                .flatMap(
                        command ->
                                command.usage().examples().stream()
                                        .map(
                                                example ->
                                                        DynamicTest.dynamicTest(
                                                                example,
                                                                () -> reads(command, example))))
                .toList();
    }

    private static void reads(Command command, String example) {
        String typed = example.substring(example.indexOf("groundplan ") + "groundplan ".length());
        List<String> words = List.of(typed.split(" "));
        assertEquals(command.name(), words.getFirst());
        assertTrue(PlainReading.of(command.usage(), words.subList(1, words.size())).isPresent());
    }

    @Test
    void theRootShowsEveryCommand() {
        Run run = Run.of("--help");
        assertEquals(0, run.code());
        Commands.all().forEach(c -> assertTrue(run.out().contains("  " + c.name()), c.name()));
    }

    @Test
    void nothingTypedIsMisuse() {
        Run run = Run.of();
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("Usage: groundplan"));
    }

    @Test
    void versionNamesToolAndCatalogue() {
        Run run = Run.of("--version");
        assertEquals(0, run.code());
        assertTrue(run.out().matches("groundplan .+, catalogue .+\n"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    chek                         | there is no command chek; did you mean check?
                    help                         | there is no command help
                    check                        | missing required parameter: 'FILE'
                    check --foo a.genai          | unknown option: '--foo'
                    check --json=1 a.genai       | option '--json' should be specified without '1' parameter
                    plan a.genai -o              | missing required parameter for option '--output' (FILE)
                    plan a.genai b.genai         | unmatched argument at index 2: 'b.genai'
                    check --fail-on bad a.genai  | --fail-on bad: expected error, warning or information
                    check --today 2026-02-30 a   | --today 2026-02-30: expected a day such as 2026-11-23
                    check --seed x a.genai       | --seed x: expected a whole number such as 42
                    plan a.genai -o plan.docx    | plan.docx: the extension names no format that is known; known are .json (JSON), .md (Markdown)
                    explain Memoryoverflo        | there is no page Memoryoverflo; did you mean MemoryOverflow?
                    """)
    void misuseIsOneSentence(String typed, String expected) {
        Run run = Run.of(typed.split(" "));
        assertEquals(2, run.code());
        assertEquals("groundplan: " + expected, run.complaint());
    }

    @Test
    void theQuickReadingGivesUpWhereHelpIsNeeded() {
        Usage usage = new CheckCommand().usage();
        assertEquals(Optional.empty(), PlainReading.of(usage, List.of()));
        assertEquals(Optional.empty(), PlainReading.of(usage, List.of("a", "--help")));
        assertEquals(Optional.empty(), PlainReading.of(usage, List.of("a", "--seed")));
        assertEquals(Optional.empty(), PlainReading.of(usage, List.of("a", "--seed", "-1")));
        assertEquals(Optional.empty(), PlainReading.of(usage, List.of("--", "a")));
        Arguments read =
                PlainReading.of(usage, List.of("a", "--seed=7", "-", "--json")).orElseThrow();
        assertEquals(List.of("a", "-"), read.words());
        assertEquals(Optional.of("7"), read.value("--seed"));
        assertTrue(read.isSet(Option.JSON));
    }
}
