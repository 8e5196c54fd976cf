package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FixEffectsTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2027, 1, 11), 1);
    private static final Engine ENGINE = Engine.create();

    /** 730 hours of one request a second, each of 100 output tokens, are 262.8M tokens a month. */
    private static final String HOSTED =
            """
            policy acme { forbid endpoint outside EU }
            endpoint us { input 0 USD per 1M tokens  output 0.04 USD per 1M tokens  context 128k  residency US }
            endpoint eu { input 0 USD per 1M tokens  output 0.08 USD per 1M tokens  context 128k  residency EU }
            project p {
              scope { workload { requests 1 per second  input 100 tokens  output 100 tokens } %s }
              model { existing us }
            }
            """;

    @Test
    void a_fix_says_what_running_costs_more() {
        // 262.8M tokens at 0.08 instead of 0.04 USD a million: 10.512 USD
        assertEquals("+10.51 USD per month", effect(HOSTED.formatted(""), "acme", "Use eu", "run"));
    }

    @Test
    void a_fix_says_which_other_findings_it_takes_away() {
        String text = HOSTED.formatted("constraints { residency EU }");
        assertEquals("ResidencyViolated", effect(text, "acme", "Use eu", "mends too"));
        assertEquals("acme", effect(text, "ResidencyViolated", "Use eu", "mends too"));
    }

    @Test
    void a_fix_says_which_findings_it_brings() {
        String text = HOSTED.formatted("").replace("eu { ", "eu { retires 2027-02-01  ");
        assertEquals("EndpointRetires", effect(text, "acme", "Use eu", "brings"));
    }

    @Test
    void what_changes_no_figure_by_a_hundredth_says_nothing_of_it() {
        Fix fix = known(HOSTED.formatted("").replace("0.08", "0.0401"), "acme", "Use eu");
        assertFalse(fix.effect().containsKey("run"), fix.effect().toString());
        assertFalse(fix.effect().containsKey("build"), fix.effect().toString());
    }

    @Test
    void nothing_is_analysed_for_one_who_no_longer_waits() {
        AnalysedFile file = analysed(HOSTED.formatted(""));
        FixEffects effects = new FixEffects(ENGINE, SETTINGS, file, () -> true);
        Finding finding = finding(file, "acme");
        assertThrows(Cancellation.Cancelled.class, () -> effects.of(finding));
    }

    private static String effect(String text, String rule, String title, String name) {
        return known(text, rule, title).effect().get(name);
    }

    private static Fix known(String text, String rule, String title) {
        AnalysedFile file = analysed(text);
        return new FixEffects(ENGINE, SETTINGS, file, Cancellation.NEVER)
                .of(finding(file, rule)).fixes().stream()
                        .filter(fix -> fix.title().equals(title))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(file.findings().toString()));
    }

    private static Finding finding(AnalysedFile file, String rule) {
        return file.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static AnalysedFile analysed(String text) {
        Path path = Path.of("p.genai").toAbsolutePath();
        return ENGINE.analyse("p.genai", path, text, SETTINGS, Cancellation.NEVER);
    }
}
