package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextOutputTest {
    @ParameterizedTest
    @ValueSource(strings = {"support-assistant", "entity-extractor", "finance-model"})
    void examplesAreSoundAndOutputIsReproducible(String example) {
        for (String command : List.of("check", "estimate", "plan")) {
            Run once = Run.of(command, Run.example(example), "--today", Run.TODAY);
            Run twice = Run.of(command, Run.example(example), "--today", Run.TODAY);
            assertEquals(0, once.code(), once.out() + once.err());
            assertEquals(once.code(), twice.code());
            assertEquals(once.out(), twice.out());
            assertEquals("", once.errors());
        }
    }

    @Test
    void aCaretLineStandsUnderTheOffendingText() {
        String text = "project x {\n\tscope { service { first-token 800 GB } }\n}\n";
        String out = Run.reading(text, "check", "-").out();
        assertTrue(
                out.contains(
                        """
                          2 |  scope { service { first-token 800 GB } }
                            |                                ^^^^^^
                        """),
                out);
        assertTrue(out.endsWith("." + "\n"), out);
    }

    @Test
    void failOnLowersTheBar() {
        String text = "project x { scope { goal \"g\" } }";
        assertEquals(0, Run.reading(text, "check", "-").code());
        String broken = "project x { scope { users 5 GB } }";
        assertEquals(1, Run.reading(broken, "check", "-").code());
        assertEquals(0, Run.reading(broken, "estimate", "-").code());
        assertEquals(1, Run.reading(broken, "estimate", "-", "--fail-on", "error").code());
        assertTrue(Run.reading(broken, "estimate", "-").err().contains("1 error is open"));
    }

    @Test
    void whyOpensANumberDownToItsSources() {
        Run run = Run.of("estimate", Run.example("support-assistant"), "--why", "build.cost");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("[build.cost]"), run.out());
        assertTrue(run.out().contains("= "), run.out());
        assertTrue(run.out().contains("support-assistant.genai:"), run.out());
        assertTrue(run.out().contains("catalogue "), run.out());
    }

    @Test
    void anUnknownKeyNamesItsNeighbours() {
        Run run = Run.of("estimate", Run.example("support-assistant"), "--why", "build.csot");
        assertEquals(2, run.code());
        assertTrue(run.complaint().contains("did you mean build.cost"), run.err());
    }

    @Test
    void aStageAlone() {
        Run run = Run.of("estimate", Run.example("support-assistant"), "--stage", "lora-tickets");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("training.lora-tickets.flop"), run.out());
        assertFalse(run.out().contains("serving.memory.weights"), run.out());
        Run unknown = Run.of("estimate", Run.example("support-assistant"), "--stage", "nope");
        assertEquals(2, unknown.code());
        assertTrue(unknown.complaint().contains("those of few-shot, lora-tickets"), unknown.err());
    }

    @Test
    void anEmptyProjectListsItsAssumptionsAndHowWideTheyAre() {
        Run run = Run.reading("project x { }", "plan", "-");
        assertEquals(0, run.code(), run.err());
        String assumptions = section(run.out(), "## Assumptions");
        assertTrue(assumptions.contains("| Width |"), assumptions);
        assertTrue(assumptions.contains(" ×"), assumptions);
    }

    @Test
    void pagesOfRulesAreShown() {
        Run run = Run.of("explain", "wrongunit");
        assertEquals(0, run.code());
        assertTrue(run.out().startsWith("# "), run.out());
        assertTrue(Run.of("explain").out().contains("WrongUnit\n"));
    }

    @Test
    void coloursOnlyOnATerminalThatWantsThem() {
        assertFalse(Terminal.isColoured(Map.of("NO_COLOR", "1", "TERM", "xterm")));
        assertFalse(Terminal.isColoured(Map.of("TERM", "dumb")));
        assertFalse(Terminal.isColoured(Map.of()));
        assertEquals("x", new Palette(false).bold("x"));
        assertEquals("\u001b[1mx\u001b[0m", new Palette(true).bold("x"));
    }

    private static String section(String markdown, String heading) {
        int start = markdown.indexOf(heading);
        int end = markdown.indexOf("\n## ", start + 1);
        return markdown.substring(start, end < 0 ? markdown.length() : end);
    }
}
