package dev.groundplan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.reports.Block;
import dev.groundplan.reports.Chart;
import dev.groundplan.reports.Document;
import dev.groundplan.reports.Section;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownExporterTest {
    private static final MarkdownExporter MARKDOWN = new MarkdownExporter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    a | b → a \\| b
                    <script>alert(1)</script> → &lt;script&gt;alert(1)&lt;/script&gt;
                    [x](javascript:alert(1)) → \\[x\\](javascript:alert(1))
                    ![x](http://h/p) → !\\[x\\](http://h/p)
                    use `hardware` here → use `hardware` here
                    a `b|c` d → a `b\\|c` d
                    a ` b → a \\` b
                    a ``b`` c → a \\`\\`b\\`\\` c
                    2 * 3 * 4 → 2 \\* 3 \\* 4
                    snake_case_name → snake_case_name
                    _em_ → \\_em\\_
                    Llama-3.1-8B (2024) → Llama-3.1-8B (2024)
                    # heading → \\# heading
                    - item → \\- item
                    1. item → 1\\. item
                    a & b &amp; c → a &amp; b &amp;amp; c
                    ~~gone~~ → \\~\\~gone\\~\\~
                    """)
    void textStaysText(String text, String expected) {
        String markdown = Documents.written(MARKDOWN, Documents.prose(text));
        assertEquals("# t\n\n## s\n\n" + expected + "\n", markdown);
    }

    @Test
    void lineEndsAndInvisibleCharactersDoNotEscapeACell() {
        String text = "a\n\n# b\r\nc\u2028d\u202ee\u0000f\u200bg";
        assertEquals("a  # b  c d\ufffde\ufffdf\ufffdg", MarkdownText.inline(text));
    }

    @Test
    void loneSurrogatesAreReplacedAndPairsKept() {
        assertEquals("\ufffdx 😀 y\ufffd", MarkdownText.inline("\ud83dx 😀 y\ude00"));
    }

    @Test
    void aBarOfASpanBeginsBesideThoseOfTheOthers() {
        Chart.Bar wide = bar("wide", 100, 500);
        Chart.Bar narrow = bar("narrow", 200, 300);
        Block chart = new Chart("", "days", Chart.Form.SPANS, List.of(wide, narrow));
        String markdown =
                Documents.written(
                        MARKDOWN, new Document("t", List.of(new Section("s", List.of(chart)))));
        // 24 characters for 100 to 500: a quarter before it, a quarter long
        assertTrue(markdown.contains("| wide | 100 … 500 | " + "█".repeat(24) + " |"), markdown);
        assertTrue(
                markdown.contains("| narrow | 200 … 300 | " + "·".repeat(6) + "█".repeat(6) + " |"),
                markdown);
    }

    private static Chart.Bar bar(String label, int low, int high) {
        return new Chart.Bar(
                label,
                Uncertain.between(Time.days(low), Time.days(high)),
                low + " … " + high,
                SourceRange.NOWHERE);
    }

    @Property(tries = 300)
    void everyRowOfATableHasItsCellsWhateverTheyHold(@ForAll("nasty") String text) {
        Document document = Documents.everywhere(text);
        boolean fenced = false;
        for (String line : Documents.written(MARKDOWN, document).split("\n")) {
            fenced ^= line.startsWith("```");
            if (!fenced && line.startsWith("|") && !line.startsWith("| ---")) {
                int bars = line.replaceAll("\\\\.", "").replaceAll("[^|]", "").length();
                assertTrue(List.of(3, 4, 7).contains(bars), line);
            }
        }
    }

    @Property(tries = 300)
    void nothingBecomesATagOrALink(@ForAll("nasty") String text) {
        String markdown = MarkdownText.inline(text);
        String plain = withoutCodeAndEscapes(markdown);
        assertFalse(plain.contains("<"), markdown);
        assertFalse(plain.contains("["), markdown);
        assertFalse(plain.contains("`"), markdown);
    }

    /** What is left for markup, read from left to right as Markdown does. */
    private static String withoutCodeAndEscapes(String markdown) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            int end = c == '`' ? markdown.indexOf('`', i + 1) : -1;
            if (c == '\\') {
                i++;
            } else if (end > 0) {
                i = end;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> markup =
                Arbitraries.of(
                        "|",
                        "`",
                        "``",
                        "<script>",
                        "](javascript:x)",
                        "![",
                        "\\",
                        "\n",
                        "\r",
                        "*",
                        "_",
                        "#",
                        "-",
                        "1.",
                        "&lt;",
                        "~~~",
                        "```",
                        "a",
                        "b c",
                        "\u202e",
                        "\u0000",
                        "😀",
                        "\ud800");
        return markup.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
