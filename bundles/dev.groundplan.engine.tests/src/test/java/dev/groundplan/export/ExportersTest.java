package dev.groundplan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.reports.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ExportersTest {
    @Test
    void theExtensionNamesTheFormat() {
        assertEquals("Markdown", Exporters.forFile("a/b/plan.md").orElseThrow().format());
        assertEquals("JSON", Exporters.forFile("PLAN.JSON").orElseThrow().format());
        assertTrue(Exporters.forFile("plan.docx").isEmpty());
        assertTrue(Exporters.forFile("plan").isEmpty());
        assertEquals(".json (JSON), .md (Markdown)", Exporters.known());
    }

    @Test
    void sortedByExtension() {
        List<String> extensions = Exporters.all().stream().map(Exporter::extension).toList();
        assertEquals(extensions.stream().sorted().distinct().toList(), extensions);
    }

    @Test
    void theSameBytesUnderEveryLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            List<String> outputs = new ArrayList<>();
            for (String tag : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(
                        TimeZone.getTimeZone(
                                outputs.size() % 2 == 0 ? "Asia/Tokyo" : "America/Lima"));
                Document document = Documents.everywhere("İI ıi title");
                StringBuilder all = new StringBuilder();
                Exporters.all().forEach(e -> all.append(Documents.written(e, document)));
                outputs.add(all.toString());
            }
            assertEquals(1, outputs.stream().distinct().count());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
