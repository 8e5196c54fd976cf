package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.reports.Block;
import dev.groundplan.reports.Prose;
import dev.groundplan.reports.Summary;
import dev.groundplan.reports.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules say of the simulation and what the plan says of it are one thing. */
class ForecastRulesTest {
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root", "../.."));
    private static final Path LANGUAGE =
            ROOT.resolve("dsl/dev.groundplan.dsl.tests/src/test/resources/dev/groundplan/dsl");
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final Engine ENGINE = Engine.create();

    /** The row of the summary in which a rule's figures stand. */
    private static final Map<String, String> ROWS =
            Map.of(
                    "DeadlineAtRisk", "Finish",
                    "BudgetAtRisk", "Build cost",
                    "RunCostOverBudget", "Run cost");

    static Stream<Path> projects() throws IOException {
        try (Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
            return Stream.concat(
                    examples.filter(p -> p.toString().endsWith(".genai")).sorted(),
                    Stream.of(
                            LANGUAGE.resolve("support-assistant.genai"),
                            LANGUAGE.resolve("code-and-finance.genai")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void aFindingNamesTheFiguresOfTheSummary(Path path) throws IOException {
        assertSame(analyse(path, Files.readString(path)));
    }

    /** Limits that nothing keeps make the rules speak. */
    @ParameterizedTest
    @MethodSource("projects")
    void soItDoesWhereNoLimitIsKept(Path path) throws IOException {
        String tight =
                Files.readString(path)
                        .replaceAll("deadline +2\\d{3}-\\d\\d-\\d\\d", "deadline 2027-04-30")
                        .replaceAll("build +[0-9_.]+[kM]? USD", "build 9k USD");
        AnalysedFile file = analyse(path, tight);
        assertSame(file);
        if (tight.contains("build 9k USD")) {
            assertTrue(
                    file.findings().stream().anyMatch(f -> f.rule().equals("BudgetAtRisk")),
                    () -> file.findings().toString());
        }
    }

    @Test
    void anotherConfidenceIsThatOfTheRunsToo() {
        AnalysedFile file =
                analyse(
                        Path.of("p.genai"),
                        "project p { scope { budget { build 20k USD  deadline 2027-01-31"
                                + "  confidence 65 % } } }");
        List<Finding> spoken = spoken(file.projects().getFirst());
        assertEquals(2, spoken.size(), spoken::toString);
        String summary = words(new Summary().render(forecast(file.projects().getFirst())));
        for (Finding finding : spoken) {
            String needed = finding.message().arguments().get("needed");
            assertTrue(summary.contains(needed), needed + " in " + summary);
        }
    }

    @Test
    void theFirstLookWaitsForNoSimulation() {
        String text = "project p { scope { budget { build 20k USD  deadline 2027-06-30 } } }";
        List<AnalysedFile> looks = new ArrayList<>();
        AnalysedFile whole =
                ENGINE.analyse(
                        "p.genai",
                        Path.of("p.genai").toAbsolutePath(),
                        text,
                        SETTINGS,
                        Cancellation.NEVER,
                        looks::add);
        assertEquals(1, looks.size());
        assertEquals(List.of(), spoken(looks.getFirst().projects().getFirst()));
        assertFalse(forecasts(looks.getFirst()), "nothing is simulated at a keystroke");
        assertTrue(whole.saysMoreThan(looks.getFirst()));
        assertEquals(analyse(Path.of("p.genai"), text).findings(), whole.findings());
    }

    @Test
    void aFileWithoutLimitsSimulatesNothing() {
        assertFalse(forecasts(analyse(Path.of("p.genai"), "project p { }")));
    }

    @Test
    void whatNobodyWaitsForIsNotSimulated() {
        AtomicBoolean late = new AtomicBoolean();
        List<AnalysedFile> looks = new ArrayList<>();
        try {
            ENGINE.analyse(
                    "p.genai",
                    Path.of("p.genai").toAbsolutePath(),
                    "project p { scope { budget { build 20k USD } } }",
                    SETTINGS,
                    late::get,
                    first -> {
                        looks.add(first);
                        late.set(true);
                    });
            throw new AssertionError("a whole analysis for nobody");
        } catch (Cancellation.Cancelled e) {
            assertEquals(1, looks.size());
        }
    }

    @Test
    void rulesWithTheFiguresOfTheSummarySaySo() {
        assertTrue(
                Rules.all().stream()
                        .filter(rule -> ROWS.containsKey(rule.name()))
                        .allMatch(Rule::needsForecast));
    }

    private static void assertSame(AnalysedFile file) {
        for (Analysis analysis :
                Stream.concat(file.projects().stream(), file.scenarios().stream()).toList()) {
            List<Block> summary = new Summary().render(forecast(analysis));
            for (Finding finding : spoken(analysis)) {
                List<String> row = row(summary, ROWS.get(finding.rule()));
                for (String name : List.of("likely", "needed", "chance")) {
                    String figure = finding.message().arguments().get(name);
                    assertTrue(row.contains(figure), finding.message() + " beside " + row);
                }
            }
        }
    }

    private static List<Finding> spoken(Analysis analysis) {
        return Stream.concat(analysis.findings().stream(), analysis.waived().stream())
                .filter(finding -> ROWS.containsKey(finding.rule()))
                .toList();
    }

    private static boolean forecasts(AnalysedFile file) {
        return file.projects().stream()
                .flatMap(analysis -> analysis.estimates().stream())
                .anyMatch(e -> e.key().segments().getFirst().equals("forecast"));
    }

    private static List<String> row(List<Block> summary, String what) {
        return summary.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .flatMap(table -> table.rows().stream())
                .map(cells -> cells.stream().map(Table.Cell::text).toList())
                .filter(cells -> cells.getFirst().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static String words(List<Block> blocks) {
        return blocks.stream()
                .filter(Prose.class::isInstance)
                .map(Object::toString)
                .reduce("", String::concat);
    }

    private static Analysis forecast(Analysis analysis) {
        return ENGINE.forecast(analysis, Engine.USUAL_RUNS, Cancellation.NEVER);
    }

    private static AnalysedFile analyse(Path path, String text) {
        return ENGINE.analyse(
                path.toString(), path.toAbsolutePath(), text, SETTINGS, Cancellation.NEVER);
    }
}
