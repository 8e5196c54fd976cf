package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/rules.md against the list of rules: the table behind {@code <!-- rules -->} has a line for
 * each, with the first paragraph of its page. {@code -Dgroundplan.update=true} writes it anew.
 */
class RuleIndexTest {
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root", "../.."));
    private static final Path INDEX = ROOT.resolve("docs/rules.md");
    private static final String PAGES = "bundles/dev.groundplan.rules/src/dev/groundplan/rules/";
    private static final String BEGIN = "<!-- rules -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void the_index_has_a_line_for_every_rule() throws IOException {
        String expected =
                "| Rule | Severity | What is wrong |\n|---|---|---|\n"
                        + Rules.all().stream()
                                .map(RuleIndexTest::line)
                                .collect(Collectors.joining());
        String index = Files.readString(INDEX);
        int begin = index.indexOf(BEGIN) + BEGIN.length();
        int end = index.indexOf(END, begin);
        assertTrue(index.contains(BEGIN) && end > 0, "docs/rules.md has lost its marks");
        if (Boolean.getBoolean("groundplan.update")) {
            Files.writeString(INDEX, index.substring(0, begin) + expected + index.substring(end));
            return;
        }
        assertEquals(
                expected,
                index.substring(begin, end),
                "docs/rules.md: run this test with -Dgroundplan.update=true, or write there\n"
                        + expected);
    }

    private static String line(Rule rule) {
        String page = PAGES + rule.name() + ".md";
        return "| ["
                + rule.name()
                + "](../"
                + page
                + ") | "
                + rule.severity().word()
                + " | "
                + firstParagraph(ROOT.resolve(page))
                + " |\n";
    }

    private static String firstParagraph(Path page) {
        try {
            return Files.readString(page).split("\n\n")[1].replace("\n", " ").replace("|", "\\|");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
