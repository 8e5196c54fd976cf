package dev.groundplan.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.engine.Engine;
import dev.groundplan.export.MarkdownExporter;
import dev.groundplan.reports.AccuracyReport;
import dev.groundplan.reports.Document;
import dev.groundplan.reports.Section;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * docs/accuracy.md against the cases that come along: what stands behind {@code <!-- cases -->} is
 * what {@code groundplan accuracy} prints. {@code -Dgroundplan.update=true} writes it anew.
 */
class AccuracyPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("groundplan.root", "../.."), "docs/accuracy.md");
    private static final String BEGIN = "<!-- cases -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void the_page_shows_every_quantity_and_source_as_it_is() throws Exception {
        String expected = tables();
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END, begin);
        assertTrue(page.contains(BEGIN) && end > 0, "docs/accuracy.md has lost its marks");
        if (Boolean.getBoolean("groundplan.update")) {
            Files.writeString(PAGE, page.substring(0, begin) + expected + page.substring(end));
            return;
        }
        assertEquals(
                expected,
                page.substring(begin, end),
                "the figures have changed: run this test with -Dgroundplan.update=true, and read"
                        + " the difference");
    }

    private static String tables() throws Exception {
        Section section =
                new Section("Cases", new AccuracyReport().render(Engine.create().accuracy()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MarkdownExporter().write(new Document("Accuracy", List.of(section)), out);
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring(text.indexOf("### "));
    }
}
