package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.export.MarkdownExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The plan as a person reads it. When a change of a report is meant, run with {@code
 * -Dgroundplan.update=true}, read the difference aloud, and commit the golden file with it.
 */
class LifecyclePlanTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root"));
    private static final Path GOLDEN =
            ROOT.resolve(
                    "bundles/dev.groundplan.engine.tests/src/test/resources/dev/groundplan/reports");

    private final Engine engine = Engine.create();

    @Test
    void theSupportAssistant() throws IOException {
        String markdown = markdown(example("support-assistant"));
        Path golden = GOLDEN.resolve("support-assistant.md");
        if (Boolean.getBoolean("groundplan.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, markdown);
        }
        assertEquals(
                Files.readString(golden),
                markdown,
                "the plan changed; if that is meant, run with -Dgroundplan.update=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-assistant", "entity-extractor", "finance-model"})
    void theSameUnderEveryLocaleAndTimeZone(String name) throws IOException {
        String usual = markdown(example(name));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(usual, markdown(example(name)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anEmptyProjectStillHasAPlanThatSaysWhatItRestsOn() throws IOException {
        String markdown = markdown(analyse("project x { }"));
        assertTrue(markdown.startsWith("# x: lifecycle plan\n"), markdown);
        assertTrue(markdown.contains("| Build cost |"), markdown);
        assertTrue(markdown.contains("## Assumptions"), markdown);
        assertTrue(markdown.contains("No model is chosen."), markdown);
    }

    @Test
    void namesOfTheUserStayText() throws IOException {
        String hostile = "a | b <script>alert(1)</script> ](javascript:alert(1)) ![x](http://h/p)";
        String markdown =
                markdown(
                        analyse(
                                "project x \""
                                        + hostile
                                        + "\" { owner \""
                                        + hostile
                                        + "\" scope { goal \""
                                        + hostile
                                        + "\" } }"));
        assertFalse(markdown.contains("<script>"), markdown);
        String unescaped = markdown.replaceAll("\\\\.", "");
        assertFalse(unescaped.contains("](javascript"), markdown);
        assertFalse(unescaped.contains("![x]"), markdown);
    }

    @Test
    void aBudgetThatDoesNotHoldIsSaid() throws IOException {
        String markdown =
                markdown(
                        analyse(
                                "project x { scope { budget { build 20k USD  deadline 2026-12-01 }"
                                        + " } }"));
        assertTrue(markdown.contains("- Build budget: 20k USD do not hold at 80 %"), markdown);
        assertTrue(markdown.contains("- Deadline: 2026-12-01 does not hold at 80 %"), markdown);
        assertTrue(markdown.contains("below 1 %"), markdown);
    }

    @Test
    void severalProjectsGoOneAfterAnother() {
        AnalysedFile file = read("two.genai", "project a { }\nproject b \"Project B\" { }");
        Document document =
                new LifecyclePlan(Reports.all(), "test")
                        .document(
                                "two",
                                file.projects().stream()
                                        .map(p -> new Comparison(p, file.scenarios(p)))
                                        .toList());
        List<String> titles = document.sections().stream().map(Section::title).toList();
        assertEquals("a: Summary", titles.getFirst());
        assertTrue(titles.contains("Project B: Summary"), titles.toString());
    }

    private Comparison example(String name) throws IOException {
        String file = name + ".genai";
        Path path = ROOT.resolve("examples").resolve(file);
        String text = Files.readString(path);
        AnalysedFile read = engine.analyse(file, path, text, SETTINGS, Cancellation.NEVER);
        Analysis project = read.projects().getFirst();
        return new Comparison(
                forecast(project), read.scenarios(project).stream().map(this::forecast).toList());
    }

    private Analysis forecast(Analysis analysis) {
        return engine.forecast(analysis, Engine.USUAL_RUNS, Cancellation.NEVER);
    }

    private Analysis analyse(String text) {
        return read("test.genai", text).projects().getFirst();
    }

    private AnalysedFile read(String name, String text) {
        Path path = ROOT.resolve(name);
        return engine.analyse(name, path, text, SETTINGS, Cancellation.NEVER);
    }

    private static String markdown(Analysis analysis) throws IOException {
        return markdown(new Comparison(analysis, List.of()));
    }

    private static String markdown(Comparison project) throws IOException {
        Document document = new LifecyclePlan(Reports.all(), "groundplan").document(project);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MarkdownExporter().write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
