package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.rules.RulePage.Kind;
import dev.groundplan.rules.RulePage.Marked;
import dev.groundplan.rules.RulePage.Place;
import dev.groundplan.rules.RulePage.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the snippets of every rule's page: the page is the test, so that it cannot promise what the
 * rule does not do.
 */
class RulePagesTest {
    /** A day after every date of the catalogue, so that pages do not change with the calendar. */
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2027, 1, 11), 1);

    private static final Engine ENGINE = Engine.create();

    @TempDir static Path folder;

    /** Several tests look at one snippet; its analysis is the slow part. */
    private final Map<String, AnalysedFile> analysed = new HashMap<>();

    @TestFactory
    Stream<DynamicContainer> every_page_does_what_it_says() {
        return Rules.all().stream()
                .map(rule -> dynamicContainer(rule.name(), tests(rule, RulePage.of(rule.name()))));
    }

    private Stream<DynamicTest> tests(Rule rule, RulePage page) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(
                dynamicTest(
                        "the page has the three kinds of snippets", () -> complete(rule, page)));
        Snippet broken = null;
        for (Snippet snippet : page.snippets()) {
            String where = " in line " + snippet.line() + " of " + page.name() + ".md ";
            Snippet before = broken;
            switch (snippet.kind()) {
                case FAILS -> {
                    broken = snippet;
                    tests.add(
                            dynamicTest(
                                    "`fails`" + where + "has its findings over the carets",
                                    () -> fails(rule, page, snippet)));
                    tests.add(
                            dynamicTest(
                                    "every fix of `fails`" + where + "takes the finding away",
                                    () -> everyFixMends(rule, page, snippet)));
                }
                case FIXED ->
                        tests.add(
                                dynamicTest(
                                        "`fixed`" + where + "is what the fix makes of `fails`",
                                        () -> fixed(rule, page, before, snippet)));
                case FIXED_BY_HAND ->
                        tests.add(
                                dynamicTest(
                                        "`fixed by hand`"
                                                + where
                                                + "passes, and no fix could do it",
                                        () -> fixedByHand(rule, page, before, snippet)));
                case PASSES ->
                        tests.add(
                                dynamicTest(
                                        "`passes`" + where + "has no finding of the rule",
                                        () -> passes(rule, page, snippet)));
                case BESIDE -> {
                    // written into the folder of every analysis
                }
            }
        }
        return tests.stream();
    }

    private static void complete(Rule rule, RulePage page) {
        assertEquals(rule.name(), page.heading(), "the first line of the page is the rule's name");
        for (Kind kind : List.of(Kind.FAILS, Kind.PASSES)) {
            assertTrue(has(page, kind), "the page has no snippet of the kind " + kind);
        }
        assertTrue(
                has(page, Kind.FIXED) || has(page, Kind.FIXED_BY_HAND),
                "the page does not show how to mend the plan");
    }

    private static boolean has(RulePage page, Kind kind) {
        return page.snippets().stream().anyMatch(snippet -> snippet.kind() == kind);
    }

    private void fails(Rule rule, RulePage page, Snippet snippet) throws IOException {
        AnalysedFile file = analyse(page, snippet.text());
        List<Place> found =
                findings(rule, file).stream().map(RulePagesTest::place).distinct().toList();
        assertFalse(snippet.places().isEmpty(), "no carets say where the finding is");
        assertEquals(snippet.places(), found, () -> "the findings are " + describe(file));
        othersAreMarked(rule, snippet, file);
    }

    private static Place place(Finding finding) {
        var range = finding.range();
        assertEquals(
                range.line(),
                range.endLine(),
                "a finding of a page stands on one line: " + finding);
        return new Place(range.line(), range.column(), range.endColumn());
    }

    private void everyFixMends(Rule rule, RulePage page, Snippet snippet) throws IOException {
        AnalysedFile file = analyse(page, snippet.text());
        List<Finding> findings = findings(rule, file);
        for (Finding finding : findings) {
            for (Fix fix : finding.fixes()) {
                String text = TextEdit.apply(file.text(), ENGINE.edits(file, fix));
                AnalysedFile after = analyse(page, text);
                int left = findings(rule, after).size();
                assertTrue(
                        left < findings.size(),
                        () -> fix.title() + " leaves " + describe(after) + " in\n" + text);
                noOtherError(rule, after);
            }
        }
    }

    private void fixed(Rule rule, RulePage page, Snippet broken, Snippet snippet)
            throws IOException {
        AnalysedFile file = analyse(page, broken.text());
        Fix fix = chosen(findings(rule, file), broken);
        String text = TextEdit.apply(file.text(), ENGINE.edits(file, fix));
        assertEquals(snippet.text(), text, "what `" + fix.title() + "` makes of the file");
        passes(rule, page, snippet);
    }

    private static Fix chosen(List<Finding> findings, Snippet broken) {
        List<Fix> fixes = findings.stream().flatMap(finding -> finding.fixes().stream()).toList();
        return fixes.stream()
                .filter(fix -> broken.fix().map(fix.title()::equals).orElse(true))
                .findFirst()
                .orElseGet(
                        () ->
                                fail(
                                        "no fix "
                                                + broken.fix().orElse("")
                                                + " among "
                                                + fixes.stream().map(Fix::title).toList()));
    }

    private void fixedByHand(Rule rule, RulePage page, Snippet broken, Snippet snippet)
            throws IOException {
        for (Finding finding : findings(rule, analyse(page, broken.text()))) {
            assertEquals(List.of(), finding.fixes(), "a fix is there: the page should show it");
        }
        passes(rule, page, snippet);
    }

    private void passes(Rule rule, RulePage page, Snippet snippet) throws IOException {
        AnalysedFile file = analyse(page, snippet.text());
        assertEquals(List.of(), findings(rule, file), () -> describe(file));
        othersAreMarked(rule, snippet, file);
    }

    /**
     * A page is about one defect; whatever else Groundplan would say about a snippet, down to a
     * piece of information, has a caret line with its name, so that no reader meets it unprepared.
     */
    private static void othersAreMarked(Rule rule, Snippet snippet, AnalysedFile file) {
        Set<Marked> others =
                file.findings().stream()
                        .filter(finding -> !finding.page().equals(rule.name()))
                        .map(finding -> new Marked(finding.page(), place(finding)))
                        .collect(Collectors.toSet());
        assertEquals(Set.copyOf(snippet.others()), others, () -> describe(file));
    }

    private static void noOtherError(Rule rule, AnalysedFile file) {
        List<Finding> others =
                file.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .filter(finding -> !finding.page().equals(rule.name()))
                        .toList();
        assertTrue(others.isEmpty(), () -> "other errors are there too: " + describe(file));
    }

    private static List<Finding> findings(Rule rule, AnalysedFile file) {
        return file.findings().stream()
                .filter(finding -> finding.page().equals(rule.name()))
                .toList();
    }

    private static String describe(AnalysedFile file) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : file.findings()) {
            text.append("\n  ")
                    .append(finding.rule())
                    .append(" at ")
                    .append(finding.range().line())
                    .append(':')
                    .append(finding.range().column())
                    .append('-')
                    .append(finding.range().endColumn())
                    .append(": ")
                    .append(finding.message());
            finding.fixes()
                    .forEach(
                            fix ->
                                    text.append("\n    - ")
                                            .append(fix.title())
                                            .append(' ')
                                            .append(fix.effect()));
        }
        return text.append('\n').toString();
    }

    private AnalysedFile analyse(RulePage page, String text) throws IOException {
        Path home = Files.createDirectories(folder.resolve(page.name()));
        Files.writeString(home.resolve(".groundplan"), "");
        for (Snippet snippet : page.snippets()) {
            if (snippet.kind() == Kind.BESIDE) {
                Files.writeString(home.resolve(snippet.argument()), snippet.text());
            }
        }
        Path path = home.resolve("page.genai");
        return analysed.computeIfAbsent(
                page.name() + "\n" + text,
                key -> ENGINE.analyse("page.genai", path, text, SETTINGS, Cancellation.NEVER));
    }
}
