package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.export.Exporter;
import dev.groundplan.export.Exporters;
import dev.groundplan.reports.Document;
import dev.groundplan.reports.LifecyclePlan;
import dev.groundplan.reports.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a file says makes the tool fail. The same mutants each time; {@code
 * -Dgroundplan.mutants=200000} makes more of them, {@code -Dgroundplan.seed=7} others.
 */
class MutationFuzzTest {
    private static final int MUTANTS = Integer.getInteger("groundplan.mutants", 5_000);
    private static final long SEED = Long.getLong("groundplan.seed", 1);

    /** Every so many mutants are exported too, which takes longer than the rest. */
    private static final int EXPORTED = 10;

    private static final int ELSEWHERE = 200;

    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final Path FILE = Path.of("mutant.genai").toAbsolutePath();

    private final Engine engine = Engine.create();

    @Test
    void noMutantOfTheSamplesMakesTheToolFail() {
        List<String> pieces = SamplePieces.all();
        assertTrue(pieces.size() > 100, "the samples are gone");
        Map<String, String> failures = new TreeMap<>();
        for (int i = 0; i < MUTANTS; i++) {
            String text = new Mutation(new Random(SEED + 31L * i), pieces).next();
            try {
                read(i, text);
            } catch (RuntimeException | Error e) {
                failures.putIfAbsent(where(e), "mutant " + i + ":\n" + text);
            }
        }
        assertEquals(Map.of(), failures, "one mutant for each place, of seed " + SEED);
    }

    /** The innermost place of ours: one defect fails many mutants. */
    private static String where(Throwable failure) {
        return failure
                + Stream.of(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("dev.groundplan"))
                        .limit(3)
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
    }

    private void read(int number, String text) {
        AnalysedFile file = analysed(text);
        file.findings().forEach(finding -> assertTrue(finding.range().offset() >= 0));
        String formatted = Engine.format(text);
        if (number % EXPORTED == 0) {
            assertEquals(formatted, Engine.format(formatted));
            exchanged(text);
            String exported = exported(file);
            if (number % ELSEWHERE == 0) {
                assertEquals(exported, elsewhere(text));
            }
        }
    }

    /** A mutant that the parser takes has a model, and that model a text. */
    private void exchanged(String text) {
        byte[] xmi;
        try {
            xmi = engine.toXmi("mutant.genai", FILE, text);
        } catch (UnreadableFile e) {
            return; // an error of syntax
        }
        try {
            String back = engine.fromXmi("mutant.xmi", FILE, xmi);
            assertEquals(back, Engine.format(back));
        } catch (UnreadableFile e) {
            throw new AssertionError(e);
        }
    }

    private AnalysedFile analysed(String text) {
        return engine.analyse("mutant.genai", FILE, text, SETTINGS, Cancellation.NEVER);
    }

    private static String exported(AnalysedFile file) {
        Document document =
                new LifecyclePlan(Reports.all(), "fuzz").document("plan", compared(file));
        StringBuilder all = new StringBuilder();
        for (Exporter exporter : Exporters.all()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                exporter.write(document, bytes);
            } catch (IOException e) {
                throw new AssertionError("memory refused bytes", e);
            }
            all.append(bytes.toString(StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private String elsewhere(String text) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            return exported(analysed(text));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<Comparison> compared(AnalysedFile file) {
        return file.projects().stream()
                .map(project -> new Comparison(project, file.scenarios(project)))
                .toList();
    }
}
