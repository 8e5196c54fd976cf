package dev.groundplan.dsl.formatting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.dsl.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the language, rule by rule. */
class FormatterTest {
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root", "../.."));

    private static void assertBecomes(String expected, String text) {
        assertEquals(expected, Formatter.format(text));
        assertEquals(expected, Formatter.format(expected));
    }

    private static void assertStays(String text) {
        assertEquals(text, Formatter.format(text));
    }

    static Stream<Path> filesOfTheProject() throws IOException {
        Stream<Path> catalogue =
                Files.list(
                        ROOT.resolve(
                                "bundles/dev.groundplan.catalogue/src/dev/groundplan/catalogue"));
        return Stream.concat(Files.list(ROOT.resolve("examples")), catalogue)
                .filter(path -> path.toString().endsWith(".genai"));
    }

    @ParameterizedTest
    @MethodSource("filesOfTheProject")
    void examplesAndCatalogueAreFormatted(Path file) throws IOException {
        assertStays(Files.readString(file));
    }

    @Test
    void theSampleOfTheLanguageStaysNearlyAsItIs() {
        String text = Texts.read("support-assistant.genai");
        List<String> before = text.lines().toList();
        List<String> after = Formatter.format(text).lines().toList();
        assertEquals(before.size(), after.size());
        long changed =
                java.util.stream.IntStream.range(0, before.size())
                        .filter(i -> !before.get(i).equals(after.get(i)))
                        .count();
        assertEquals(5, changed, "lines with three spaces between properties, or a lonely column");
    }

    @Test
    void aBlockIndentsByTwoAndItsBracesStandApart() {
        assertBecomes(
                """
                project x {
                  scope {
                    users 2M
                    service { first-token 800 ms  per-token 40 ms }
                  }
                  data { }
                }
                """,
                """
                project x{
                scope {

                     users    2M
                \tservice {first-token 800 ms per-token 40 ms}

                }
                  data {}
                   }
                """);
    }

    @Test
    void twoSpacesStandBetweenPropertiesOnOneLine() {
        assertBecomes(
                "model m { parameters 8B  nominal yes  source unknown  as-of 2026-10-01 }\n",
                "model m {parameters 8B nominal yes    source unknown as-of 2026-10-01}\n");
    }

    @Test
    void listsAndRangesAreClosed() {
        assertBecomes(
                "project x { scope { tasks a, b, c  users 1..2..3M } }\n",
                "project x { scope { tasks a ,b,  c  users 1 .. 2 ..3M } }\n");
    }

    @Test
    void emptyLinesGroupAndNeverPileUp() {
        assertBecomes(
                "project x { }\n\nproject y { }\n", "\n\nproject x { }\n\n\n\nproject y { }\n\n\n");
    }

    @Test
    void theEndOfTheFileIsTheWriters() {
        assertBecomes("project x { }", "project x { }  ");
        assertBecomes("project x { }\n", "project x { }  \n  \n");
        assertBecomes("\uFEFFproject x { }\r\n", "\uFEFF\r\n project x { }\r\n\r\n");
        for (String nothing : List.of("", "\n", "  \n\n")) {
            assertStays(nothing);
        }
    }

    @Test
    void columnsThatTheWriterMadeStay() {
        assertStays(
                """
                project x {
                  owner    "us"
                  start    2027-01-11
                  currency USD
                  team {
                    role ml-engineer { people 2  rate 950 USD per day }
                    role annotator   { people 4  rate 35 USD per hour }
                  }
                }
                """);
    }

    @Test
    void aGapThatMakesNoColumnCloses() {
        assertBecomes("project x {\n  owner \"us\"\n}\n", "project x {\n  owner    \"us\"\n}\n");
    }

    @Test
    void commentsStayOnTheirLineAndInTheirColumn() {
        assertBecomes(
                """
                // before
                project x { // here
                  owner "us"                    // there
                  start 2027-01-11              // and there
                  // inside
                }
                """,
                """
                  // before
                project x { // here
                      owner "us"                // there
                   start 2027-01-11             // and there
                // inside
                }
                """);
    }

    @Test
    void whatFollowsABraceHoldsTheLinesBelow() {
        assertBecomes(
                """
                project x {
                  data {
                    dataset tickets { purpose tuning
                                      examples 120k }
                  }
                }
                """,
                """
                project x {
                    data {
                        dataset tickets {purpose tuning
                                 examples 120k}
                    }
                }
                """);
    }

    @Test
    void aPropertyThatGoesOnStandsFartherIn() {
        assertBecomes(
                """
                project x {
                  scope {
                    tasks a,
                          b
                    goal
                      "long"
                  }
                }
                """,
                """
                project x {
                 scope {
                  tasks a,
                        b
                  goal
                  "long"
                 }
                }
                """);
    }

    @Test
    void textsAndCommentsOfSeveralLinesAreKeptToTheLetter() {
        String inside = "\"\"\"one\n      two  \n three\"\"\"";
        assertBecomes(
                "project x {\n  owner " + inside + " // c\n  /* a\n b */\n}\n",
                "project x {\nowner   "
                        + inside
                        + "   // c\n/* a\n b */\n}\n".replace("   // c", " // c"));
    }

    @Test
    void aDeclarationWithoutItsBraceIsLeftAloneAndTheRestIsNot() {
        String broken = "project x {\n   scope {\n      users 2M\n   data  {  }\n}\n";
        assertBecomes("region r { pue 1.2 }\n" + broken, "region r {pue 1.2}\n" + broken);
        assertBecomes(
                "region r { pue 1.2 }\n}   }\nregion s { pue 1.3 }\n",
                "region r {pue 1.2}\n}   }\nregion s {pue 1.3}\n");
    }

    @Test
    void aWordThatMeansNothingMovesWithItsBlock() {
        assertBecomes(
                "project x {\n  colour red 5 #\n  owner \"us\"\n}\n",
                "project x {\n      colour red 5 #\n    owner \"us\"\n}\n");
    }

    @Test
    void aLongFileTakesNoLongerThanItsLines() {
        char[] deep = new char[200_000];
        Arrays.fill(deep, '{');
        assertStays(new String(deep));
        String one = "project x { scope { users 2M } }  ".repeat(10_000).strip() + "\n";
        assertStays(one);
    }
}
